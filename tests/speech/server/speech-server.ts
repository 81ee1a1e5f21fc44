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

/** A server that behaves like ElevenLabs and like OpenAI, faults included, on this machine. */
export interface SpeechServer {
  readonly elevenLabsBaseUrl: string;
  readonly openAiBaseUrl: string;
  /** Every request for speech, refused ones included, in order of arrival. */
  readonly seen: readonly SeenRequest[];
  /** The most requests that were answered with audio at the same time. */
  readonly mostAtOnce: number;
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
  lastAnswerMs = 0;
  options: SpeechServerOptions;
  readonly #server: Server;
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
    const body = JSON.parse((await readBody(request)) || '{}') as Record<string, unknown>;
    const exchange: Exchange = { url, body, headers: request.headers, response, options: this.options };
    const answered = await answerElevenLabs(exchange, this);
    if (!answered && !(await answerOpenAi(exchange, this))) sendJson(response, 404, { detail: 'Not Found' });
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

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
