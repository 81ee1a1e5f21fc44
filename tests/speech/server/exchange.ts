import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.js';

/** One request for speech, as the server saw it. */
export interface SeenRequest {
  readonly service: 'elevenlabs' | 'openai';
  readonly text: string;
  readonly voice: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** `output_format` of ElevenLabs, `response_format` of OpenAI. */
  readonly format: string;
  readonly headers: IncomingMessage['headers'];
  /** How often this text was asked for before. */
  readonly earlier: number;
  /** Milliseconds of `performance.now()`. */
  readonly atMs: number;
}

export interface SpeechServerOptions {
  readonly latencyMs?: number;
  /** More requests at once than this are answered with 429. */
  readonly maximumAtOnce?: number;
  /** Says the maximum in ElevenLabs' headers. */
  readonly tellsMaximum?: boolean;
  readonly keys?: readonly string[];
  /** Formats of ElevenLabs that the plan includes; default: all. */
  readonly formats?: readonly string[];
  /** Leaves the timestamps out, as the service may. */
  readonly omitsAlignment?: boolean;
  /** Sends WAV files whose sizes are placeholders, as streaming servers do. */
  readonly placeholderSizes?: boolean;
  readonly creditsLeft?: number;
  /** Bodies of good answers by format and text, made beforehand so that making them takes no time. */
  readonly madeBefore?: ReadonlyMap<string, Buffer>;
  /** What a transcription of a take says; default: its text. */
  readonly hears?: (text: string, seed: number) => string;
  /** Decides what goes wrong with a request. */
  readonly fault?: (request: SeenRequest) => Fault | undefined;
}

/** One request and what is needed to answer it. */
export interface Exchange {
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
  readonly response: ServerResponse;
  readonly options: SpeechServerOptions;
}

/** Sends an answer that is ready, so that preparing it is part of the latency. */
export type SendAnswer = () => void;

/** What the answers of both services go through. */
export interface RequestDesk {
  /** Counts a request for speech, waits as a service does, and decides what goes wrong with it. */
  handle(
    request: Omit<SeenRequest, 'earlier' | 'atMs'>,
    prepare: (fault: Fault | undefined) => SendAnswer,
  ): Promise<void>;
  /** Remembers what a take says, for when it is sent to be transcribed. */
  remember(samples: Int16Array, text: string, seed: number): void;
}

/** How the take of a text is made; by itself it is a good one. */
export interface TakeOrder {
  readonly seed?: number;
  readonly fault?: Fault | undefined;
  readonly options?: SpeechServerOptions;
  readonly desk?: RequestDesk;
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

/**
 * Answers in the way of a fault that concerns the connection or a bare body.
 *
 * @param whole The body that a good answer would have.
 * @returns false when the fault is of another sort.
 */
export function answerBroken(response: ServerResponse, fault: Fault | undefined, whole: Buffer): boolean {
  switch (fault?.kind) {
    case 'hang':
      return true;
    case 'reset-before':
      response.destroy();
      return true;
    case 'reset-middle':
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
      return true;
    case 'hang-in-body':
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.subarray(0, whole.length / 2));
      return true;
    case 'empty':
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end();
      return true;
    case 'html':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Just a moment…</title>');
      return true;
    default:
      return false;
  }
}
