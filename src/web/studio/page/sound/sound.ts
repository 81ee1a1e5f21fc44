import type { Clip } from './clips.js';
import { TakeSounds } from './take-sounds.js';

/** What is heard now: the clip, and the moment on its file's clock. */
export interface Heard {
  readonly clip: Clip;
  readonly seconds: number;
}

/** What the page wants to know of playing. */
export interface SoundEvents {
  /** Playing began, paused, went on or stopped; or sound could not be had. */
  changed(problem?: string): void;
  /** The voice moved; many times a second while something is heard. */
  moved(heard: Heard | undefined): void;
}

interface Scheduled {
  readonly clip: Clip;
  readonly node: AudioBufferSourceNode;
  /** On the context's clock. */
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/**
 * Plays clips one after the other, exact to the sample, as they will stand in the episode. The next clip is fetched
 * while one is heard, so that there is no gap but the pause that belongs there.
 */
export class Sound {
  private context: AudioContext | undefined;
  private readonly takes = new TakeSounds();
  private waker: HTMLAudioElement | undefined;
  private scheduled: Scheduled[] = [];
  private run = 0;
  private frame = 0;
  /** What was asked for last, while it is heard or paused: `segment:x`, `join:x`, `story:y` … */
  playing: string | undefined;
  paused = false;

  constructor(private readonly events: SoundEvents) {}

  /** Fetches a take before it is asked for. */
  prepare(url: string): void {
    void this.takes.get(url).catch(() => undefined);
    this.wakeUp(url);
  }

  /**
   * Wakes what plays sound in the browser, which takes a good half second the first time. An element that loads a
   * sound does that, aside from the page; a context would hold the page up meanwhile, and may not begin unasked.
   */
  private wakeUp(url: string): void {
    if (this.waker !== undefined) return;
    this.waker = new Audio(url);
    this.waker.preload = 'auto';
  }

  /** How long a sound is, in seconds; it is fetched for that. Rejects with a sentence for people. */
  async durationOf(url: string): Promise<number> {
    return (await this.takes.get(url)).duration;
  }

  /** Plays from the start; what was heard before stops. */
  async play(name: string, clips: readonly Clip[]): Promise<void> {
    this.stop();
    this.context ??= new AudioContext({ latencyHint: 'interactive' });
    const { context } = this;
    const run = this.run;
    this.playing = name;
    this.paused = false;
    this.events.changed();
    try {
      await context.resume();
      await this.schedule(context, clips, run);
    } catch (error) {
      if (run !== this.run) return;
      this.stop();
      this.events.changed(error instanceof Error ? error.message : String(error));
    }
  }

  /** Pauses or goes on, if this is what is heard; false where it is not. */
  toggle(name: string): boolean {
    if (this.playing !== name) return false;
    if (this.paused) this.resume();
    else this.pause();
    return true;
  }

  pause(): void {
    if (this.playing === undefined || this.paused) return;
    this.paused = true;
    void this.context?.suspend();
    cancelAnimationFrame(this.frame);
    this.events.changed();
  }

  resume(): void {
    if (this.playing === undefined || !this.paused) return;
    this.paused = false;
    void this.context?.resume();
    this.follow();
    this.events.changed();
  }

  /** Silence; the marks go. */
  stop(): void {
    this.run += 1;
    cancelAnimationFrame(this.frame);
    for (const { node } of this.scheduled) node.stop();
    this.scheduled = [];
    if (this.playing === undefined) return;
    this.playing = undefined;
    this.paused = false;
    this.events.moved(undefined);
    this.events.changed();
  }

  /** Keeps one clip ahead of the voice: while one is heard, the next is fetched and set to begin in time. */
  private async schedule(context: AudioContext, clips: readonly Clip[], run: number): Promise<void> {
    const endings: Promise<void>[] = [];
    let at = 0;
    for (const [index, clip] of clips.entries()) {
      await endings[index - 2];
      const buffer = await this.takes.get(clip.url);
      if (run !== this.run) return;
      const scheduled = start(context, clip, buffer, Math.max(at, context.currentTime + LEAD_SECONDS));
      endings.push(endOf(scheduled.node));
      this.scheduled = [...this.scheduled.slice(-1), scheduled];
      at = scheduled.endSeconds + clip.pauseAfterSeconds;
      if (index === 0) this.follow();
    }
    await endings.at(-1);
    if (run === this.run) this.stop();
  }

  /** Tells where the voice is, once a frame. */
  private follow(): void {
    cancelAnimationFrame(this.frame);
    const step = (): void => {
      this.events.moved(this.heard());
      this.frame = requestAnimationFrame(step);
    };
    step();
  }

  private heard(): Heard | undefined {
    const now = this.context?.currentTime ?? 0;
    const current = this.scheduled.findLast(({ startSeconds }) => startSeconds <= now);
    if (current === undefined) return undefined;
    const played = Math.min(now, current.endSeconds) - current.startSeconds;
    return { clip: current.clip, seconds: current.clip.fromSeconds + played };
  }
}

/** Time for the browser to begin a sound on the dot. */
const LEAD_SECONDS = 0.01;

function start(context: AudioContext, clip: Clip, buffer: AudioBuffer, startSeconds: number): Scheduled {
  const node = new AudioBufferSourceNode(context, { buffer });
  node.connect(context.destination);
  const seconds = Math.max(0, Math.min(clip.toSeconds, buffer.duration) - clip.fromSeconds);
  node.start(startSeconds, clip.fromSeconds, seconds);
  return { clip, node, startSeconds, endSeconds: startSeconds + seconds };
}

function endOf(node: AudioBufferSourceNode): Promise<void> {
  return new Promise((resolve) => {
    node.onended = () => resolve();
  });
}
