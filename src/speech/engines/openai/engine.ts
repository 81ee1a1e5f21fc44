import { messageOf } from '../../../errors.js';
import type { Engine, EngineOptions, EngineVoice, OnReceived, SpeechRequest, Spoken } from '../../engine.js';
import {
  engineFailure,
  engineFailureOf,
  failureSentence,
  type ServiceFailure,
} from '../../engine-failure.js';
import { parseBaseUrl, redact, shorten, timeoutFailure, timeoutSecondsFor } from '../../http-answer.js';
import { fieldOf, parseJson } from '../../json-fields.js';
import { readNetworkFailure } from '../../network-failure.js';
import { type HttpAnswer, sendRequest } from '../../send-request.js';
import { TimeLimit } from '../../time-limit.js';
import { DEFAULT_MODEL, FACTS, OPENAI_BASE_URL } from './facts.js';
import { readFailure } from './failures.js';

/** A server on the user's own machine takes its time, the more so when it is asked for several texts at once. */
const SLOWNESS = 2;
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
const PASSED_ON = ['speed', 'instructions', 'lang_code', 'language'] as const;

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

  async speak(request: SpeechRequest, signal: AbortSignal, onReceived?: OnReceived): Promise<Spoken> {
    const timeout = this.#options.requestTimeoutSeconds ?? SLOWNESS * timeoutSecondsFor(request.text);
    const format = typeof request.voice['format'] === 'string' ? request.voice['format'] : 'wav';
    const content = jsonContent(speechBody(request, format));
    const { body } = await this.#ask('/audio/speech', content, signal, timeout);
    onReceived?.(undefined);
    return { audio: { bytes: body, hint: format === 'pcm' ? 'pcm_24000' : format } };
  }

  /** What the server lists under `/audio/voices`, as Kokoro-FastAPI and others do; else OpenAI's own. */
  async voices(signal: AbortSignal): Promise<readonly EngineVoice[]> {
    const names = await this.#ask('/audio/voices', undefined, signal, VOICES_TIMEOUT_SECONDS).then(
      readVoiceNames,
      () => OPENAI_VOICES,
    );
    signal.throwIfAborted();
    return names.map((name) => ({ id: name, name }));
  }

  async transcribe(wav: Uint8Array, signal: AbortSignal): Promise<string> {
    const form = new FormData();
    form.set('model', TRANSCRIPTION_MODEL);
    form.set('response_format', 'json');
    form.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'take.wav');
    const content = await formContent(form);
    const { body } = await this.#ask('/audio/transcriptions', content, signal, TRANSCRIPTION_TIMEOUT_SECONDS);
    return String(fieldOf(parseJson(body.toString('utf8')), 'text') ?? '');
  }

  async close(): Promise<void> {}

  /** One request, headers and body within the time; with content it is a POST. */
  async #ask(
    path: string,
    content: Content | undefined,
    signal: AbortSignal,
    timeoutSeconds: number,
  ): Promise<HttpAnswer> {
    const limit = new TimeLimit(signal, timeoutSeconds);
    try {
      const answer = await sendRequest(new URL(this.#baseUrl + path), {
        method: content === undefined ? 'GET' : 'POST',
        headers: this.#headers(content?.type),
        ...(content === undefined ? {} : { body: content.body }),
        signal: limit.signal,
      });
      if (answer.status >= 200 && answer.status < 300) return answer;
      const { message, ...failure } = readFailure(answer);
      throw this.#failure(failure, message);
    } catch (error) {
      signal.throwIfAborted();
      if (engineFailureOf(error) !== undefined) throw error;
      if (limit.signal.aborted) {
        const { message, ...failure } = timeoutFailure(timeoutSeconds);
        throw this.#failure(failure, message);
      }
      const { says = messageOf(error), isUnsent = false } = readNetworkFailure(error) ?? {};
      throw this.#failure({ kind: 'unreachable', isUnsent }, says);
    } finally {
      limit.end();
    }
  }

  #headers(contentType: string | undefined): Record<string, string> {
    const key = this.#options.environment.openAiApiKey;
    return {
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    };
  }

  #failure(failure: ServiceFailure, message: string): Error {
    const said = redact(shorten(message), [this.#options.environment.openAiApiKey]);
    const service = {
      title: `The server at ${new URL(this.#baseUrl).host}`,
      keyVariable: 'OPENAI_API_KEY',
      addressVariable: 'OPENAI_BASE_URL',
    };
    return engineFailure(failureSentence(service, failure, said), { engine: this.name, ...failure });
  }
}

/** What a request brings, and its type. */
interface Content {
  readonly body: string | Uint8Array;
  readonly type: string;
}

function jsonContent(value: unknown): Content {
  return { body: JSON.stringify(value), type: 'application/json' };
}

/** A form's type names the boundary that its bytes were written with. */
async function formContent(form: FormData): Promise<Content> {
  const written = new Response(form);
  const type = written.headers.get('content-type') ?? 'multipart/form-data';
  return { body: new Uint8Array(await written.arrayBuffer()), type };
}

/** Addresses without a path mean the server's usual one. */
function speechBaseUrl(given: string): string {
  const url = parseBaseUrl('OPENAI_BASE_URL', given);
  if (url.pathname === '/') url.pathname = '/v1';
  return url.href.replace(/\/+$/, '');
}

function speechBody({ text, voice, seed }: SpeechRequest, format: string): Record<string, unknown> {
  const settings = PASSED_ON.flatMap((name) =>
    voice[name] === undefined ? [] : [[name, voice[name]] as const],
  );
  return {
    model: voice.model ?? DEFAULT_MODEL,
    input: text,
    voice: voice.voice,
    response_format: format,
    ...Object.fromEntries(settings),
    // Not every server knows the field, so it is sent to those for which `voices.json` fixes one.
    ...(voice['seed'] === undefined || seed === undefined ? {} : { seed }),
  };
}

function readVoiceNames({ body }: HttpAnswer): readonly string[] {
  const { voices } = JSON.parse(body.toString('utf8')) as {
    voices: readonly (string | { id: string })[];
  };
  return voices.map((voice) => (typeof voice === 'string' ? voice : voice.id));
}
