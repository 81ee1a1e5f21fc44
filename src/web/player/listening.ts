import type { ReactiveControllerHost } from 'lit';
import type { Edition } from '../../edition.js';
import { audioUrl } from './addresses.js';
import { type Place, placeFromHash } from './deep-link.js';
import type { LoadedEdition } from './manifest.js';
import { connectSession, placeSession, showSession } from './media-session.js';
import { memoryKey, momentOf, placeInText, recall, remember } from './memory.js';
import { Playback } from './playback.js';
import { SpokenLine } from './text/line.js';
import type { SpokenText } from './text/spoken-text.js';
import { type Timeline, timelineOf } from './timeline.js';

/** How often the place is kept while the voice speaks, in seconds of the episode. */
const keepEverySeconds = 5;

/** What the element tells and hears about an edition being listened to. */
export interface ListeningOptions {
  readonly audio: HTMLAudioElement;
  readonly host: ReactiveControllerHost;
  readonly show: string;
  /** Absolute URL; empty for none. */
  readonly artwork: string;
  storyChanged(index: number): void;
}

/** One edition being listened to: sound, memory, lock screen and the text that follows. */
export class Listening {
  readonly edition: Edition;
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly heard = new Set<string>();
  readonly audioUrl: string;
  /** Set once the text is on the page. */
  text: SpokenText | undefined;
  /** For layouts that fold the text away. */
  readonly line: SpokenLine;

  private readonly key: string;
  private readonly controller = new AbortController();
  private keptSeconds = 0;
  private frame = 0;
  private hasSpoken = false;
  private cameByLink = false;

  constructor(
    loaded: LoadedEdition,
    private readonly options: ListeningOptions,
  ) {
    this.edition = loaded.edition;
    this.timeline = timelineOf(loaded.edition);
    this.key = memoryKey(loaded.edition, loaded.baseUrl);
    this.line = new SpokenLine(this.timeline);
    this.audioUrl = audioUrl(loaded.edition, loaded.baseUrl);
    if (!options.audio.hasAttribute('src')) options.audio.src = this.audioUrl;
    this.playback = new Playback(options.audio, this.timeline, loaded.edition.durationSeconds, options.host, {
      moved: () => this.moved(),
      storyChanged: (before) => this.storyChanged(before),
      started: () => this.started(),
      stopped: () => this.stopped(),
    });
    this.restore();
    if (new URLSearchParams(location.hash.slice(1)).has('play')) void this.playback.play();
    window.addEventListener('pagehide', () => this.keep(), { signal: this.controller.signal });
    options.audio.addEventListener('ratechange', () => this.keep(), { signal: this.controller.signal });
  }

  /** Goes where the page's address points; true when it points into this edition. */
  goToHash(): boolean {
    const place: Place | undefined = placeFromHash(
      location.hash,
      this.edition.stories,
      this.edition.durationSeconds,
    );
    if (place !== undefined) this.playback.seekTo(place.seconds);
    return place !== undefined;
  }

  /** Lets the text show where the voice is. */
  attach(text: SpokenText): void {
    this.text = text;
    if (this.playback.touched) this.moved();
    if (this.cameByLink) text.showVoice();
  }

  /** Keeps the place and lets go of everything. */
  close(): void {
    this.keep();
    cancelAnimationFrame(this.frame);
    this.controller.abort();
    this.text?.close();
    this.playback.close();
    // Another edition may be opened in the same element.
    this.options.audio.removeAttribute('src');
  }

  private restore(): void {
    const memory = recall(this.key);
    if (memory !== undefined) {
      for (const slug of memory.heard) this.heard.add(slug);
      this.playback.setSpeed(memory.speed);
    }
    this.cameByLink = this.goToHash();
    if (this.cameByLink || memory === undefined) return;
    const moment = momentOf(this.timeline, memory);
    if (moment !== undefined && moment > 0) this.playback.seekTo(moment);
  }

  private keep(): void {
    const { playback } = this;
    if (!playback.touched) return;
    const seconds = playback.note === 'ended' ? 0 : playback.seconds;
    this.keptSeconds = seconds;
    remember(this.key, {
      version: 1,
      ...placeInText(this.timeline, seconds),
      speed: playback.audio.playbackRate,
      heard: [...this.heard],
      leftSeconds: playback.note === 'ended' ? 0 : Math.max(1, playback.durationSeconds - seconds),
    });
  }

  private moved(): void {
    const { seconds } = this.playback;
    this.text?.moveTo(seconds, this.hasSpoken);
    if (this.line.element.isConnected) this.line.moveTo(seconds);
    if (Math.abs(seconds - this.keptSeconds) >= keepEverySeconds) this.keep();
  }

  private storyChanged(before: number): void {
    const next = this.edition.stories[this.playback.storyIndex];
    const cameByItself = next !== undefined && this.playback.seconds - next.startSeconds < 1;
    if (!this.playback.paused && cameByItself) this.markHeard(before);
    this.options.storyChanged(this.playback.storyIndex);
    if (!this.playback.paused) this.showSession();
  }

  private markHeard(index: number): void {
    const slug = this.edition.stories[index]?.slug;
    if (slug !== undefined) this.heard.add(slug);
  }

  private started(): void {
    this.hasSpoken = true;
    this.showSession();
    connectSession({
      play: () => void this.playback.play(),
      pause: () => this.playback.pause(),
      seekTo: (seconds) => this.playback.seekTo(seconds),
      seekBy: (seconds) => this.playback.seekBy(seconds),
      previousStory: () => this.playback.previousStory(),
      nextStory: () => this.playback.nextStory(),
    });
    cancelAnimationFrame(this.frame);
    this.followFrames();
  }

  /** Words change faster than `timeupdate` comes; a frame without a new word costs two binary searches. */
  private followFrames(): void {
    this.playback.moved();
    if (!this.playback.paused) this.frame = requestAnimationFrame(() => this.followFrames());
  }

  private stopped(): void {
    cancelAnimationFrame(this.frame);
    if (this.playback.note === 'ended') this.markHeard(this.playback.storyIndex);
    this.placeSession();
    this.keep();
  }

  private showSession(): void {
    const { edition, options, playback } = this;
    showSession({ edition, storyIndex: playback.storyIndex, show: options.show, artwork: options.artwork });
    this.placeSession();
  }

  private placeSession(): void {
    const { edition, playback } = this;
    placeSession(edition.durationSeconds, playback.seconds, playback.audio.playbackRate);
  }
}
