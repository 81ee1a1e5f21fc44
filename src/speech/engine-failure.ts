import { AudioEditionError } from '../errors.js';

/**
 * Why an engine did not speak, which decides what happens next:
 * - `busy`: too much at once, or the service is overloaded; the same request succeeds later.
 * - `unreachable`: no answer, a broken one, or a server's error; may succeed later.
 * - `timeout`: no answer in time; it may come later, and it may have been paid for.
 * - `broken`: an answer by its status, but no audio in it; it may have been paid for.
 * - `quota`: the allowance is used up; no request succeeds until someone pays.
 * - `key`: the key is missing, wrong or may not do this; no request succeeds.
 * - `request`: this request is refused, and would be again.
 */
export type EngineFailureKind = 'busy' | 'unreachable' | 'timeout' | 'broken' | 'quota' | 'key' | 'request';

export interface EngineFailureOptions {
  readonly engine: string;
  readonly kind: EngineFailureKind;
  readonly cause?: unknown;
  /** HTTP status of the answer. */
  readonly status?: number;
  /** What the service calls it: `system_busy`. */
  readonly serviceCode?: string;
  /** How long the service asks to wait. */
  readonly retryAfterSeconds?: number;
  /** How many requests at once the service says the account may make. */
  readonly maximumConcurrency?: number;
  /** The engine will ask for something else, so the same request can be made again at once. */
  readonly isMended?: boolean;
  /** The request did not leave this machine, so it costs nothing. */
  readonly isUnsent?: boolean;
}

/** The error that an engine rejects with; `message` is a sentence and holds no secret. */
export function engineFailure(message: string, options: EngineFailureOptions): AudioEditionError {
  const { cause, ...data } = options;
  return new AudioEditionError(message, {
    code: `engine-${options.kind}`,
    stage: 'speech',
    cause,
    data,
  });
}

/** What a service's answer, or its absence, tells. */
export type ServiceFailure = Omit<EngineFailureOptions, 'engine' | 'cause'>;

/** How a service is called in a sentence, and where its key and its address are set. */
export interface ServiceName {
  readonly title: string;
  readonly keyVariable: string;
  readonly addressVariable: string;
}

/** A sentence that says what went wrong at a service, and what to do. `said` is the service's own message. */
export function failureSentence(service: ServiceName, failure: ServiceFailure, said: string): string {
  const { title, keyVariable, addressVariable } = service;
  const { kind, status = 0, serviceCode } = failure;
  const mark = [failure.status, serviceCode].filter((part) => part !== undefined).join(' ');
  const answer = `${mark === '' ? '' : `${mark}: `}${said.replace(/[.\s]+$/, '')}`;
  if (status >= 300 && status < 400)
    return `${title} sends on to another address (${answer}), where the key must not go; set ${addressVariable} to the right one.`;
  if ((status === 404 || status === 405) && serviceCode === undefined)
    return `${title} knows no such address (${answer}); check ${addressVariable}, and model and voice in voices.json.`;
  if (failure.isUnsent)
    return `${title} can't be reached (${answer}); check ${addressVariable} and the network.`;
  const sentences: Readonly<Record<EngineFailureKind, string>> = {
    busy: `${title} is too busy (${answer}); try again later.`,
    unreachable: `${title} gave no usable answer (${answer}); try again later.`,
    timeout: `${title} gave ${answer}; try again later.`,
    broken: `${title} answered without usable audio (${answer}); try again later.`,
    quota: `The allowance at ${title} is used up (${answer}); renew or raise it.`,
    key: `${title} refused the key (${answer}); check ${keyVariable}.`,
    request: `${title} refused the request (${answer}); check the voice and its settings in voices.json.`,
  };
  return sentences[kind];
}

/** What the error says about itself if it came from `engineFailure`. */
export function engineFailureOf(error: unknown): Omit<EngineFailureOptions, 'cause'> | undefined {
  if (!(error instanceof AudioEditionError) || !error.code.startsWith('engine-')) return undefined;
  const { engine, kind, ...rest } = error.data as Partial<EngineFailureOptions>;
  return engine === undefined || kind === undefined ? undefined : { engine, kind, ...rest };
}
