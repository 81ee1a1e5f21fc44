import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerElevenLabs } from './elevenlabs-answers.js';
import {
  type Exchange,
  type RequestDesk,
  type SeenRequest,
  type SendAnswer,
  type SpeechServerOptions,
  sendJson,
} from './exchange.js';
import type { Fault } from './faults.js';
import { answerOpenAi } from './openai-answers.js';

const TRANSCRIPTION_PATHS = ['/v1/speech-to-text', '/v1/audio/transcriptions'];

/** A server that behaves like ElevenLabs and like OpenAI, faults included, on this machine. */
export interface SpeechServer {
  readonly elevenLabsBaseUrl: string;
  readonly openAiBaseUrl: string;
  /** Every request for speech, refused ones included, in order of arrival. */
  readonly seen: readonly SeenRequest[];
  /** The most requests that were answered with audio at the same time. */
  readonly mostAtOnce: number;
  /** Takes that were sent to be transcribed. */
  readonly transcriptions: number;
  /** When the last audio was sent, in milliseconds of `performance.now()`. */
  readonly lastAnswerMs: number;
  options: SpeechServerOptions;
  close(): Promise<void>;
}

export type { SeenRequest, SpeechServerOptions } from './exchange.js';
export { type Fault, QUOTA_USED_UP } from './faults.js';

/** Starts the server on a free port of 127.0.0.1. */
export async function startSpeechServer(options: SpeechServerOptions = {}): Promise<SpeechServer> {
  const running = new RunningServer(options);
  await running.listen();
  return running;
}

class RunningServer implements SpeechServer, RequestDesk {
  readonly seen: SeenRequest[] = [];
  mostAtOnce = 0;
  transcriptions = 0;
  lastAnswerMs = 0;
  options: SpeechServerOptions;
  readonly #server: Server;
  readonly #remembered = new Map<string, { readonly text: string; readonly seed: number }>();
  #atOnce = 0;

  constructor(options: SpeechServerOptions) {
    this.options = options;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  get elevenLabsBaseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get openAiBaseUrl(): string {
    return `${this.elevenLabsBaseUrl}/v1`;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.elevenLabsBaseUrl);
    const bytes = await readBody(request);
    if (TRANSCRIPTION_PATHS.includes(url.pathname)) return this.#transcribe(bytes, response);
    const body = JSON.parse(bytes.toString('utf8') || '{}') as Record<string, unknown>;
    const exchange: Exchange = { url, body, headers: request.headers, response, options: this.options };
    const answered = await answerElevenLabs(exchange, this);
    if (!answered && !(await answerOpenAi(exchange, this))) sendJson(response, 404, { detail: 'Not Found' });
  }

  /** "Transcribes" a take of this server by its samples: what was said in it is remembered. */
  #transcribe(form: Buffer, response: ServerResponse): void {
    this.transcriptions++;
    const start = form.indexOf('RIFF');
    const samples = form.subarray(start + 44, start + 44 + form.readUInt32LE(start + 40));
    const { text, seed } = this.#remembered.get(digest(samples)) ?? { text: '', seed: 0 };
    const heard = this.options.hears?.(text, seed) ?? text;
    sendJson(response, 200, { text: heard, language_code: 'en', language_probability: 1, words: [] });
  }

  remember(samples: Int16Array, text: string, seed: number): void {
    const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
    this.#remembered.set(digest(bytes), { text, seed });
  }

  async handle(
    request: Omit<SeenRequest, 'earlier' | 'atMs'>,
    prepare: (fault: Fault | undefined) => SendAnswer,
  ): Promise<void> {
    const earlier = this.seen.filter(({ text }) => text === request.text).length;
    const seen: SeenRequest = { ...request, earlier, atMs: performance.now() };
    this.seen.push(seen);
    const { latencyMs = 0, maximumAtOnce = Number.POSITIVE_INFINITY, fault } = this.options;
    if (this.#atOnce >= maximumAtOnce) {
      prepare({ kind: 'busy' })();
      return;
    }
    this.#atOnce++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    try {
      const send = prepare(fault?.(seen));
      await sleep(Math.max(0, seen.atMs + latencyMs - performance.now()));
      send();
      this.lastAnswerMs = performance.now();
    } finally {
      this.#atOnce--;
    }
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
