import { messageOf } from '../../../errors.js';
import type { Engine, EngineOptions, EngineVoice, SpeechRequest, Spoken } from '../../engine.js';
import { type EngineFailureOptions, engineFailure, failureSentence } from '../../engine-failure.js';
import { parseBaseUrl, redact, requestSignal, shorten, timeoutSecondsFor } from '../../http-answer.js';
import { fieldOf, parseJson } from '../../json-fields.js';
import { DEFAULT_MODEL, FACTS, OPENAI_BASE_URL } from './facts.js';
import { readFailure } from './failures.js';

const VOICES_TIMEOUT_SECONDS = 15;
const TRANSCRIPTION_TIMEOUT_SECONDS = 60;
const TRANSCRIPTION_MODEL = 'whisper-1';

/** The voices of OpenAI's own models; other servers list theirs. */
const OPENAI_VOICES = [
  'alloy',
  'ash',
  'ballad',
  'cedar',
  'coral',
  'echo',
  'fable',
  'marin',
  'nova',
  'onyx',
  'sage',
  'shimmer',
  'verse',
];

/** Settings that travel in the body as they are, when `voices.json` gives them. */
const PASSED_ON = ['speed', 'instructions', 'seed', 'lang_code', 'language'] as const;

/** Connects to an OpenAI-compatible server; asks nothing yet. */
export async function openOpenAi(options: EngineOptions): Promise<Engine> {
  return new OpenAiEngine(options);
}

class OpenAiEngine implements Engine {
  readonly name = FACTS.name;
  readonly version = FACTS.version;
  readonly limits = FACTS.limits;
  readonly #options: EngineOptions;
  readonly #baseUrl: string;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#baseUrl = speechBaseUrl(options.environment.openAiBaseUrl ?? OPENAI_BASE_URL);
  }

  async speak(request: SpeechRequest, signal: AbortSignal): Promise<Spoken> {
    const timeout = this.#options.requestTimeoutSeconds ?? timeoutSecondsFor(request.text);
    const format = typeof request.voice['format'] === 'string' ? request.voice['format'] : 'wav';
    const body = JSON.stringify(speechBody(request, format));
    const answer = await this.#ask('/audio/speech', { method: 'POST', body }, signal, timeout);
    return { audio: { bytes: answer, hint: format === 'pcm' ? 'pcm_24000' : format } };
  }

  /** What the server lists under `/audio/voices`, as Kokoro-FastAPI and others do; else OpenAI's own. */
  async voices(signal: AbortSignal): Promise<readonly EngineVoice[]> {
    const names = await this.#ask('/audio/voices', { method: 'GET' }, signal, VOICES_TIMEOUT_SECONDS).then(
      readVoiceNames,
      () => OPENAI_VOICES,
    );
    signal.throwIfAborted();
    return names.map((name) => ({ id: name, name }));
  }

  async transcribe(wav: Uint8Array, signal: AbortSignal): Promise<string> {
    const body = new FormData();
    body.set('model', TRANSCRIPTION_MODEL);
    body.set('response_format', 'json');
    body.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'take.wav');
    const init = { method: 'POST', body };
    const answer = await this.#ask('/audio/transcriptions', init, signal, TRANSCRIPTION_TIMEOUT_SECONDS);
    return String(fieldOf(parseJson(new TextDecoder().decode(answer)), 'text') ?? '');
  }

  async close(): Promise<void> {}

  /** One request, headers and body within the time; a redirect is refused, for it would take the key along. */
  async #ask(
    path: string,
    init: RequestInit,
    signal: AbortSignal,
    timeoutSeconds: number,
  ): Promise<Uint8Array> {
    const limited = requestSignal(signal, timeoutSeconds);
    try {
      const response = await fetch(this.#baseUrl + path, {
        ...init,
        headers: this.#headers(init.body),
        signal: limited,
        redirect: 'error',
      });
      const body = new Uint8Array(await response.arrayBuffer());
      if (!response.ok) throw this.#refusal(response, body);
      return body;
    } catch (error) {
      signal.throwIfAborted();
      if (limited.aborted)
        throw this.#failure({ kind: 'unreachable' }, `no answer within ${Math.round(timeoutSeconds)} s`);
      if (error instanceof TypeError) throw this.#failure({ kind: 'unreachable' }, networkMessage(error));
      throw error;
    }
  }

  #headers(body: RequestInit['body']): Record<string, string> {
    const key = this.#options.environment.openAiApiKey;
    // A form says its own type, with the boundary that only it knows.
    const type: Record<string, string> =
      body instanceof FormData ? {} : { 'content-type': 'application/json' };
    return { ...type, ...(key ? { authorization: `Bearer ${key}` } : {}) };
  }

  #refusal(response: Response, body: Uint8Array): Error {
    const { message, ...failure } = readFailure(
      response.status,
      response.headers,
      new TextDecoder().decode(body),
    );
    return this.#failure(failure, message);
  }

  #failure(failure: Omit<EngineFailureOptions, 'engine'>, message: string): Error {
    const said = redact(shorten(message), [this.#options.environment.openAiApiKey]);
    const service = { title: `The server at ${new URL(this.#baseUrl).host}`, keyVariable: 'OPENAI_API_KEY' };
    return engineFailure(failureSentence(service, failure, said), { engine: this.name, ...failure });
  }
}

/** Addresses without a path mean the server's usual one. */
function speechBaseUrl(given: string): string {
  const url = parseBaseUrl('OPENAI_BASE_URL', given);
  if (url.pathname === '/') url.pathname = '/v1';
  return url.href.replace(/\/+$/, '');
}

function speechBody({ text, voice }: SpeechRequest, format: string): Record<string, unknown> {
  const settings = PASSED_ON.flatMap((name) =>
    voice[name] === undefined ? [] : [[name, voice[name]] as const],
  );
  return {
    model: voice.model ?? DEFAULT_MODEL,
    input: text,
    voice: voice.voice,
    response_format: format,
    ...Object.fromEntries(settings),
  };
}

function readVoiceNames(body: Uint8Array): readonly string[] {
  const { voices } = JSON.parse(new TextDecoder().decode(body)) as {
    voices: readonly (string | { id: string })[];
  };
  return voices.map((voice) => (typeof voice === 'string' ? voice : voice.id));
}

/** `fetch` only says that it failed; why stands in the cause. */
function networkMessage(error: TypeError): string {
  return error.cause === undefined ? error.message : messageOf(error.cause);
}
