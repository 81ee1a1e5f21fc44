import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Edition } from '../../edition.js';
import { revealCurrentStory } from './current-entry.js';
import type { AudioEditionElement, Layout, StoryChange } from './element.js';
import { Listening } from './listening.js';
import { type LoadedEdition, loadEdition, ManifestError, type ManifestProblem } from './manifest.js';
import { adoptAudio } from './page-audio.js';
import { Panel } from './panel.js';
import { shortcutFor } from './shortcuts.js';
import { styles } from './styles/styles.js';
import { surroundingsOf } from './surroundings.js';
import { buildText } from './text/build.js';
import { pageTextOf, placeOfText } from './text/place.js';
import { SpokenText } from './text/spoken-text.js';
import type { PlayerView } from './view-model.js';
import { manifestProblemView } from './views/messages.js';
import { playerView } from './views/player.js';

/**
 * `<audio-edition src="edition.json">`: plays an edition by stories and follows the voice in the text.
 * Attributes, properties, events, parts and custom properties are described in the README.
 */
export class AudioEdition extends LitElement implements AudioEditionElement {
  static override readonly styles = styles;

  static override readonly properties = {
    src: { type: String, reflect: true },
    layout: { type: String, reflect: true },
    show: { type: String },
    artwork: { type: String },
    page: { type: String },
    hideSponsors: { type: Boolean, attribute: 'hide-sponsors', reflect: true },
  };

  /** Address of `edition.json`. */
  declare src: string | null;
  /** Default `card`. */
  declare layout: Layout | null;
  /** Title of the show. */
  declare show: string | null;
  /** Address of the show's picture. */
  declare artwork: string | null;
  /** Address of the edition's page, for links; default the folder of `edition.json`. */
  declare page: string | null;
  /** Leaves sponsors out of list and text; they are always heard. */
  declare hideSponsors: boolean;
  /** Called on `storychange`. */
  onstorychange: ((event: CustomEvent<StoryChange>) => void) | null = null;

  private listening: Listening | undefined;
  private panel: Panel | undefined;
  private ownText: HTMLElement | undefined;
  private manifestProblem: ManifestProblem | undefined;
  private opening: AbortController | undefined;

  constructor() {
    super();
    this.src = null;
    this.layout = null;
    this.show = null;
    this.artwork = null;
    this.page = null;
    this.hideSponsors = false;
    this.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** The edition, once it is loaded. */
  get edition(): Edition | undefined {
    return this.listening?.edition;
  }

  /** Slug of the story at the current time. */
  get story(): string | undefined {
    return this.edition?.stories[this.listening?.playback.storyIndex ?? 0]?.slug;
  }

  /** Seconds of the episode. */
  get currentTime(): number {
    return this.listening?.playback.seconds ?? 0;
  }

  set currentTime(seconds: number) {
    this.listening?.playback.seekTo(seconds);
  }

  /** Seconds; NaN until the edition is loaded, as with media elements. */
  get duration(): number {
    return this.edition?.durationSeconds ?? Number.NaN;
  }

  get paused(): boolean {
    return this.listening?.playback.paused ?? true;
  }

  get playbackRate(): number {
    return this.listening?.playback.audio.playbackRate ?? 1;
  }

  set playbackRate(rate: number) {
    this.listening?.playback.setSpeed(rate);
  }

  /** Plays, where the browser allows it. */
  async play(): Promise<void> {
    await this.listening?.playback.play();
  }

  pause(): void {
    this.listening?.playback.pause();
  }

  /** Plays a story from its start; does nothing when the edition has none of this slug. */
  playStory(slug: string): void {
    const story = this.edition?.stories.find((candidate) => candidate.slug === slug);
    if (story !== undefined) this.panel?.playFrom(story.startSeconds);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.hashChanged);
    if (this.hasUpdated) void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.hashChanged);
    this.close();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('src')) void this.open();
    this.attachText();
    if (changed.has('hideSponsors')) this.hideStories();
  }

  protected override render(): TemplateResult {
    const { listening, panel, manifestProblem } = this;
    if (listening && panel) return playerView(this.view(listening, panel), panel.announcement);
    const content = html`<slot></slot><slot name="text"></slot><slot name="after"></slot>`;
    if (manifestProblem === undefined) return content;
    const { strings, pageUrl } = surroundingsOf(this);
    return html`<div class="player card">${manifestProblemView(manifestProblem, strings, pageUrl)}</div>${content}`;
  }

  private view({ edition, timeline, playback, heard, audioUrl, line }: Listening, panel: Panel): PlayerView {
    const { isOpen, isAway, search, share, actions } = panel;
    const layout = this.layout === 'page' || this.layout === 'embed' ? this.layout : 'card';
    return {
      ...{ edition, timeline, playback, heard, audioUrl, layout },
      ...{ isOpen, isAway, search, share, actions, hideSponsors: this.hideSponsors },
      ...{ show: this.show ?? '', ownText: this.ownText, line: line.element },
      ...surroundingsOf(this),
    };
  }

  private async open(): Promise<void> {
    this.close();
    this.opening = new AbortController();
    const { signal } = this.opening;
    // What stands inside the element is not there before the parser has read it.
    if (document.readyState === 'loading') {
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
    }
    try {
      const loaded = await loadEdition(this, this.src, signal);
      if (!signal.aborted) this.listen(loaded, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.manifestProblem = error instanceof ManifestError ? error.problem : 'invalid';
    }
    this.requestUpdate();
  }

  private listen(loaded: LoadedEdition, signal: AbortSignal): void {
    const listening = new Listening(loaded, {
      audio: adoptAudio(this, signal),
      host: this,
      show: this.show ?? '',
      artwork: surroundingsOf(this).artworkUrl,
      storyChanged: (index) => this.storyChanged(index),
    });
    this.listening = listening;
    this.manifestProblem = undefined;
    this.panel = new Panel({
      listening,
      surroundings: () => surroundingsOf(this),
      requestUpdate: () => this.requestUpdate(),
      toggleSponsors: () => {
        this.hideSponsors = !this.hideSponsors;
      },
      focusControl: (name) => this.focusControl(name),
    });
    const { stories, language } = listening.edition;
    const { strings } = surroundingsOf(this);
    this.ownText = pageTextOf(this) ? undefined : buildText({ stories, language, strings });
  }

  private close(): void {
    this.opening?.abort();
    this.listening?.close();
    this.listening = undefined;
    this.panel = undefined;
  }

  /** The text can follow once it is on the page. */
  private attachText(): void {
    const { listening, panel } = this;
    const root = pageTextOf(this) ?? this.ownText;
    if (!listening || !panel || listening.text || !root?.isConnected) return;
    const text = new SpokenText(
      placeOfText(root, this.renderRoot, this.layout === 'page'),
      listening.timeline,
      {
        play: (seconds) => panel.playFrom(seconds),
        away: (isAway) => panel.setAway(isAway),
      },
    );
    listening.attach(text);
    this.hideStories();
  }

  private hideStories(): void {
    const stories = this.edition?.stories ?? [];
    const hidden = stories.filter((story) => this.hideSponsors && story.kind === 'sponsor');
    this.listening?.text?.hideStories(new Set(hidden.map((story) => story.slug)));
  }

  private storyChanged(index: number): void {
    const story = this.edition?.stories[index]?.slug;
    if (story === undefined) return;
    const event = new CustomEvent<StoryChange>('storychange', { detail: { story, index } });
    this.dispatchEvent(event);
    this.onstorychange?.(event);
    void this.updateComplete.then(() => revealCurrentStory(this.renderRoot));
  }

  /** A link to a story or a time was followed: it plays, if it was the listener who did that. */
  private readonly hashChanged = (): void => {
    if (this.listening?.goToHash() && navigator.userActivation?.isActive) void this.play();
  };

  private pressed(event: KeyboardEvent): void {
    const shortcut = this.listening && shortcutFor(event, this.listening.playback);
    if (shortcut === undefined || event.defaultPrevented) return;
    event.preventDefault();
    shortcut();
  }

  private focusControl(name: string): void {
    void this.updateComplete.then(() => {
      const controls = this.renderRoot.querySelectorAll<HTMLElement>('[aria-label]');
      Array.from(controls)
        .find((control) => control.getAttribute('aria-label') === name)
        ?.focus();
    });
  }
}
