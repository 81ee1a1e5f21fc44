/** What a failing audio element turned out to suffer from. */
export type AudioProblem = 'offline' | 'missing' | 'failed';

/** Waits between attempts after a lost connection, in seconds; then it is up to the listener. */
const retryDelaysSeconds = [1, 2, 4, 8, 15, 30, 30];

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
    if (!wanted) this.recovered();
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

  /** Call when playing waits for data: without a network there is no point in waiting silently. */
  starved(): void {
    if (!navigator.onLine) this.tell('offline');
  }

  /** Call when data flows again. */
  recovered(): void {
    clearTimeout(this.timer);
    this.attempt = 0;
    if (this.isReported) this.tell(undefined);
  }

  /** Starts over, at the same moment: on the listener's wish or when the network is back. */
  retry(): void {
    clearTimeout(this.timer);
    const { currentTime } = this.audio;
    this.audio.load();
    this.audio.currentTime = currentTime;
    if (this.wasPlaying) this.audio.play().catch(() => undefined);
  }

  /** Call on the window's `online`. */
  online(): void {
    if (this.isReported && this.wasPlaying) this.retry();
  }

  /** Ends all waiting. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private tell(problem: AudioProblem | undefined): void {
    this.isReported = problem !== undefined;
    this.report(problem);
  }

  private schedule(): void {
    const delaySeconds = retryDelaysSeconds[this.attempt] ?? 30;
    this.attempt += 1;
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
