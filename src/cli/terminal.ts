import type { createLogUpdate } from 'log-update';
import pc from 'picocolors';

export interface TerminalStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

/** Progress that is shown without a terminal: at most one line in this time. */
const PLAIN_LINE_INTERVAL_MS = 5_000;
/** A terminal's line is drawn anew at most this often. */
const REDRAW_INTERVAL_MS = 100;

/**
 * The one place that prints. Results go to standard output; progress, notices and errors to standard error:
 * a line that is drawn over on a terminal, plain lines otherwise.
 */
export class Terminal {
  readonly colors: ReturnType<typeof pc.createColors>;
  readonly #streams: TerminalStreams;
  readonly #redraw: ReturnType<typeof createLogUpdate> | undefined;
  #lastProgressMs = 0;
  #lastLine = '';

  private constructor(streams: TerminalStreams, redraw: ReturnType<typeof createLogUpdate> | undefined) {
    this.#streams = streams;
    this.#redraw = redraw;
    const colored = streams.stdout.isTTY === true && !streams.env['NO_COLOR'];
    this.colors = pc.createColors(colored);
  }

  /** What draws lines over is loaded only where there is a terminal: scheduled runs start sooner. */
  static async open(streams: TerminalStreams): Promise<Terminal> {
    if (streams.stderr.isTTY !== true) return new Terminal(streams, undefined);
    const { createLogUpdate } = await import('log-update');
    return new Terminal(streams, createLogUpdate(streams.stderr, { showCursor: true }));
  }

  /** One piece of the result. */
  result(text: string): void {
    this.#streams.stdout.write(`${text}\n`);
  }

  /** Something worth knowing that is no result. */
  note(text: string): void {
    this.#redraw?.clear();
    this.#streams.stderr.write(`${text}\n`);
    if (this.#lastLine !== '') this.#redraw?.(this.#lastLine);
  }

  error(text: string): void {
    this.note(`audio-edition: ${text}`);
  }

  /** Says how far the work has come. `important` lines (a stage begins) are always shown. */
  progress(line: string, options: { readonly important?: boolean } = {}): void {
    const nowMs = Date.now();
    const intervalMs = this.#redraw === undefined ? PLAIN_LINE_INTERVAL_MS : REDRAW_INTERVAL_MS;
    if (!options.important && nowMs - this.#lastProgressMs < intervalMs) return;
    this.#lastProgressMs = nowMs;
    this.#lastLine = line;
    if (this.#redraw === undefined) this.#streams.stderr.write(`${line}\n`);
    else this.#redraw(line);
  }

  /** Takes the progress line away. */
  endProgress(): void {
    this.#lastLine = '';
    this.#redraw?.clear();
  }
}
