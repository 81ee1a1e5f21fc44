/** Which part of the program noticed the problem. */
export type ErrorStage = 'cli' | 'config' | 'issue' | 'script' | 'speech' | 'stitch' | 'syndicate' | 'store';

/**
 * Whose fault it is, hence the exit code: `input` → 2 (wrong usage, bad input), `failure` → 1,
 * `interrupted` → 130.
 */
export type ErrorFault = 'input' | 'failure' | 'interrupted';

export interface AudioEditionErrorOptions {
  readonly code: string;
  readonly stage: ErrorStage;
  /** Default `failure`. */
  readonly fault?: ErrorFault;
  readonly cause?: unknown;
  /** What a program may want to know: file, line, received value, … Never a secret. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * The one error of the program. `message` is a plain sentence that names the file and place, states what
 * was found and says what to do; `code` is stable and kebab-case.
 */
export class AudioEditionError extends Error {
  override readonly name = 'AudioEditionError';
  readonly code: string;
  readonly stage: ErrorStage;
  readonly fault: ErrorFault;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(message: string, options: AudioEditionErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.stage = options.stage;
    this.fault = options.fault ?? 'failure';
    this.data = options.data ?? {};
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
