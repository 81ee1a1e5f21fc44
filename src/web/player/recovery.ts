/** What a failing audio element turned out to suffer from. */
export type AudioProblem = 'offline' | 'missing' | 'failed';

/** Waits between attempts after a lost connection, in seconds: soon at first, then every 10 for five minutes. */
const retryDelaysSeconds = [1, 2, 4, 8, ...Array.from({ length: 30 }, () => 10)];

/**
 * Brings audio back after a lost connection: finds out what is wrong, tries again when the network is back and
 * with growing pauses, and continues at the same moment if it was playing. `report` hears of every change,
 * `undefined` when all is well again.
 */
export class Recovery {
  private attempt = 0;
  private isReported = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wasPlaying = false;

  constructor(
    private readonly audio: HTMLAudioElement,
    private readonly report: (problem: AudioProblem | undefined) => void,
  ) {}

  /** Says whether the listener wants sound: who pauses is not told of the network, and nothing starts by itself. */
  setWanted(wanted: boolean): void {
    this.wasPlaying = wanted;
    if (!wanted) this.settle(true);
  }

  /** Call on the element's `error`. */
  async failed(): Promise<void> {
    const problem = await this.diagnose();
    if (problem === 'offline' && this.attempt < retryDelaysSeconds.length) {
      this.tell('offline');
      this.schedule();
    } else {
      this.tell(problem === 'offline' ? 'failed' : problem);
    }
  }

  /** Call when playing has waited for data for long: browsers try again by themselves, but without a word. */
  async starved(): Promise<void> {
    if ((await this.diagnose()) !== 'offline' || !this.wasPlaying) return;
    this.tell('offline');
    this.schedule();
  }

  /** Call when data flows again; on a device that is offline it is what was loaded before, so that is still said. */
  recovered(): void {
    this.settle(navigator.onLine);
  }

  /** Starts over, at the same moment: on the listener's wish or when the network is back. */
  retry(): void {
    clearTimeout(this.timer);
    const { currentTime } = this.audio;
    this.audio.load();
    this.audio.currentTime = currentTime;
    if (this.wasPlaying) this.audio.play().catch(() => undefined);
  }

  /** Call on the window's `offline`: what is loaded plays on, but not for long; what lies on disk plays on for good. */
  offline(): void {
    if (this.wasPlaying && location.protocol !== 'file:') this.tell('offline');
  }

  /** Call on the window's `online`. */
  online(): void {
    if (!this.isReported || !this.wasPlaying) return;
    if (this.audio.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) this.retry();
    else this.recovered();
  }

  /** Ends all waiting. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private settle(isWell: boolean): void {
    clearTimeout(this.timer);
    this.attempt = 0;
    if (this.isReported && isWell) this.tell(undefined);
  }

  private tell(problem: AudioProblem | undefined): void {
    this.isReported = problem !== undefined;
    this.report(problem);
  }

  private schedule(): void {
    const delaySeconds = retryDelaysSeconds[this.attempt] ?? 10;
    this.attempt += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), delaySeconds * 1000);
  }

  /** Asks for the file's head: an answer means that the network is there and the file is at fault. */
  private async diagnose(): Promise<AudioProblem> {
    if (!navigator.onLine) return 'offline';
    try {
      const { status, ok } = await fetch(this.audio.currentSrc || this.audio.src, {
        method: 'HEAD',
        mode: 'no-cors',
      });
      if (status === 404 || status === 410) return 'missing';
      return this.audio.error?.code === MediaError.MEDIA_ERR_NETWORK && ok ? 'offline' : 'failed';
    } catch {
      return location.protocol === 'file:' ? 'missing' : 'offline';
    }
  }
}
