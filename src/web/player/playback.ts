import type { ReactiveControllerHost } from 'lit';
import { joinVoices, leaveVoices, speakAlone } from './exclusive.js';
import { type AudioProblem, Recovery } from './recovery.js';
import { previousStoryStart, storyIndexAt, type Timeline } from './timeline.js';

/** Speeds that listeners choose from; 1 is the voice's own pace. */
export const speeds = [0.75, 0.9, 1, 1.1, 1.2, 1.3, 1.5, 1.75, 2, 2.5, 3] as const;

/** Waiting shorter than this is not worth a word. */
const waitingMilliseconds = 400;

/** Who waits longer than this wants to know why. */
const starvedMilliseconds = 3000;

/** What the listener is told beside the title, when it is not the story. */
export type PlaybackNote = 'loading' | 'ended' | 'slept';

/** What the element wants to know of playing. */
export interface PlaybackEvents {
  /** The voice moved, by itself or by a jump. */
  moved(): void;
  /** Another story is heard; `before` is the index of the one before. */
  storyChanged(before: number): void;
  /** Playing began. */
  started(): void;
  /** Playing stopped, for whatever reason. */
  stopped(): void;
}

/** One audio element, played by stories. */
export class Playback {
  problem: AudioProblem | undefined;
  note: PlaybackNote | undefined;
  sleeping = false;
  /** Whether there was sound since the page opened, or a place was chosen. */
  touched = false;
  storyIndex = 0;

  private readonly listening = new AbortController();
  private readonly recovery: Recovery;
  private waitingTimers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    readonly audio: HTMLAudioElement,
    private readonly timeline: Timeline,
    readonly durationSeconds: number,
    private readonly host: ReactiveControllerHost,
    private readonly events: PlaybackEvents,
  ) {
    this.recovery = new Recovery(audio, (problem) => this.setProblem(problem));
    this.listen();
    joinVoices(this);
  }

  get seconds(): number {
    return this.audio.currentTime;
  }

  get paused(): boolean {
    return this.audio.paused;
  }

  /** Lets go of the audio element. */
  close(): void {
    this.audio.pause();
    this.listening.abort();
    this.recovery.stop();
    this.stopWaiting();
    leaveVoices(this);
  }

  /** Starts or continues; after the end from the start. Resolves also where the browser forbids sound. */
  async play(): Promise<void> {
    this.recovery.setWanted(true);
    if (this.note === 'ended') this.seekTo(0);
    if (this.audio.error !== null) this.retry();
    else await this.audio.play().catch(() => undefined);
  }

  pause(): void {
    this.recovery.setWanted(false);
    this.audio.pause();
  }

  /** What the large button does. */
  toggle(): void {
    if (this.problem !== undefined && this.problem !== 'offline') this.retry();
    else if (this.paused) void this.play();
    else this.pause();
  }

  retry(): void {
    this.problem = undefined;
    this.recovery.setWanted(true);
    this.recovery.retry();
    this.host.requestUpdate();
  }

  /** Jumps to a moment; rounded up to a millisecond, so that a story's start is inside the story. */
  seekTo(seconds: number): void {
    const within = Math.min(Math.max(0, seconds), this.durationSeconds);
    this.note = undefined;
    this.touched = true;
    this.audio.currentTime = Math.ceil(within * 1000) / 1000;
    this.moved();
    this.host.requestUpdate();
  }

  seekBy(seconds: number): void {
    this.seekTo(this.seconds + seconds);
  }

  nextStory(): void {
    this.seekTo(this.timeline.stories[this.storyIndex + 1]?.startSeconds ?? this.durationSeconds);
  }

  previousStory(): void {
    this.seekTo(previousStoryStart(this.timeline, this.seconds));
  }

  /** 0.5 to 4; the voice keeps its pitch. */
  setSpeed(speed: number): void {
    const rate = Math.min(4, Math.max(0.5, speed));
    this.audio.preservesPitch = true;
    // A load() would fall back to the default.
    this.audio.defaultPlaybackRate = rate;
    this.audio.playbackRate = rate;
  }

  /** Pauses when the story that is heard ends. */
  setSleeping(sleeping: boolean): void {
    this.sleeping = sleeping;
    this.host.requestUpdate();
  }

  /** Looks where the voice is; to be called as often as the text is to follow. */
  moved(): void {
    if (this.sleeping && this.hasReachedEndOfStory()) this.fallAsleep();
    const index = storyIndexAt(this.timeline, this.seconds);
    if (index !== this.storyIndex) {
      const before = this.storyIndex;
      this.storyIndex = index;
      this.events.storyChanged(before);
      this.host.requestUpdate();
    }
    this.events.moved();
  }

  private hasReachedEndOfStory(): boolean {
    const next = this.timeline.stories[this.storyIndex + 1]?.startSeconds;
    const passed = next === undefined ? -1 : this.seconds - next;
    // Further on, the listener has jumped, and sleep moves to the story there.
    return !this.paused && passed >= 0 && passed < 1.5;
  }

  private fallAsleep(): void {
    this.pause();
    this.sleeping = false;
    this.note = 'slept';
    this.host.requestUpdate();
  }

  private listen(): void {
    const on = (type: keyof HTMLMediaElementEventMap, handler: () => void): void =>
      this.audio.addEventListener(type, handler, { signal: this.listening.signal });
    const update = (): void => this.host.requestUpdate();
    on('play', () => this.begun());
    on('playing', () => this.flowing());
    on('pause', () => this.stopped());
    on('ended', () => this.finished());
    on('waiting', () => this.waiting());
    on('error', () => void this.recovery.failed());
    on('timeupdate', () => this.moved());
    for (const type of ['timeupdate', 'ratechange', 'volumechange', 'seeked'] as const) on(type, update);
    for (const type of ['online', 'offline'] as const) {
      window.addEventListener(type, () => this.recovery[type](), { signal: this.listening.signal });
    }
  }

  private begun(): void {
    this.touched = true;
    this.note = undefined;
    this.recovery.setWanted(true);
    speakAlone(this);
    if (this.audio.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) this.waiting();
    this.events.started();
    this.host.requestUpdate();
  }

  private flowing(): void {
    this.stopWaiting();
    this.recovery.recovered();
    this.host.requestUpdate();
  }

  private stopped(): void {
    this.stopWaiting();
    this.events.stopped();
    this.host.requestUpdate();
  }

  private finished(): void {
    this.sleeping = false;
    this.note = 'ended';
    this.events.stopped();
    this.host.requestUpdate();
  }

  private waiting(): void {
    this.stopWaiting();
    const say = (): void => {
      this.note = 'loading';
      this.host.requestUpdate();
    };
    this.waitingTimers = [
      setTimeout(say, waitingMilliseconds),
      setTimeout(() => void this.recovery.starved(), starvedMilliseconds),
    ];
  }

  private stopWaiting(): void {
    this.waitingTimers.forEach(clearTimeout);
    if (this.note === 'loading') this.note = undefined;
  }

  private setProblem(problem: AudioProblem | undefined): void {
    this.problem = problem;
    this.host.requestUpdate();
  }
}
