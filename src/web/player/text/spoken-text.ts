import type { Timeline } from '../timeline.js';
import { bindText, type ShownSentence } from './bind.js';
import { Follow } from './follow.js';
import { Highlights } from './highlights.js';
import { SentenceKeys } from './keys.js';
import { findInText, type Match } from './search.js';
import css from './text.css';
import { Voice } from './voice.js';

/** What the text wants from the player. */
export interface SpokenTextEvents {
  /** The reader chose a sentence to hear from. */
  play(seconds: number): void;
  /** The reader scrolled away from the voice, or is back. */
  away(away: boolean): void;
}

/** What the text needs to know of its place on the page. */
export interface SpokenTextPlace {
  /** Holds the blocks marked `data-segment`. */
  readonly root: HTMLElement;
  readonly scroller: HTMLElement | Window;
  /** Height of what covers the bottom of the scroller, in CSS pixels. */
  readonly covered: () => number;
}

/** The text that follows the voice: marks, scrolling, choosing by click or key, and search. */
export class SpokenText {
  private readonly shown: readonly ShownSentence[];
  private readonly highlights = new Highlights();
  private readonly voice: Voice;
  private readonly followed: Follow;
  private readonly keys: SentenceKeys;
  private readonly controller = new AbortController();
  private matches: readonly Match[] = [];
  private isFollowing = false;

  constructor(
    private readonly place: SpokenTextPlace,
    timeline: Timeline,
    events: SpokenTextEvents,
  ) {
    this.shown = bindText(place.root, timeline);
    this.followed = new Follow(place.scroller, place.covered, events.away);
    this.keys = new SentenceKeys(this.shown, ({ sentence }) => events.play(sentence.startSeconds));
    this.voice = new Voice(timeline, this.shown, this.highlights, (sentence) =>
      this.sentenceChanged(sentence),
    );
    const { signal } = this.controller;
    place.root.addEventListener('pointerdown', (event) => this.keys.pointerDown(event), { signal });
    place.root.addEventListener('click', (event) => this.keys.click(event), { signal });
    place.root.addEventListener('keydown', (event) => this.keydown(event), { signal });
    adoptSheet(place.root.getRootNode());
  }

  /** Moves the marks; scrolls along once the voice was heard. */
  moveTo(seconds: number, isFollowing: boolean): void {
    const begins = isFollowing && !this.isFollowing;
    this.isFollowing = isFollowing;
    this.voice.moveTo(seconds);
    if (begins) this.followed.follow(this.voice.sentence?.element);
  }

  /** Shows the place where the voice will begin: a link led there. */
  showVoice(): void {
    this.followed.follow(this.voice.sentence?.element);
  }

  /** Brings the reader back to the voice. */
  back(): void {
    this.followed.back();
  }

  /** Hides the texts of these stories (slugs), and shows all others. */
  hideStories(slugs: ReadonlySet<string>): void {
    for (const section of this.place.root.querySelectorAll<HTMLElement>('[data-story]')) {
      section.hidden = slugs.has(section.dataset['story'] ?? '');
    }
  }

  /** Marks every match and returns how many there are. */
  find(query: string): number {
    const visible = this.shown.filter(({ element }) => element.closest('[hidden]') === null);
    this.matches = findInText(visible, query);
    this.highlights.set(
      'found',
      this.matches.map(({ range }) => range),
    );
    this.highlights.set('found-current', []);
    return this.matches.length;
  }

  /** Shows a match, from 0. */
  showMatch(index: number): void {
    const match = this.matches[index];
    this.highlights.set('found-current', match ? [match.range] : []);
    if (match !== undefined) this.followed.visit(match.sentence.element);
  }

  /** Takes all marks away and stops listening. */
  close(): void {
    this.controller.abort();
    this.followed.stop();
    this.voice.clear();
    this.highlights.clear();
  }

  private sentenceChanged(sentence: ShownSentence | undefined): void {
    if (sentence === undefined) return;
    this.keys.offer(sentence);
    if (this.isFollowing) this.followed.follow(sentence.element);
  }

  private keydown(event: KeyboardEvent): void {
    if (!this.keys.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

let sheet: CSSStyleSheet | undefined;

/** Highlights are styled by the tree that holds the text: the page's own, or the player's shadow. */
function adoptSheet(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
