import type { Engine, EngineOptions, OnReceived, SpeechRequest, Spoken } from '../../engine.js';
import { engineFailure, failureSentence, type ServiceFailure } from '../../engine-failure.js';
import { parseBaseUrl, redact, shorten, timeoutFailure, timeoutSecondsFor } from '../../http-answer.js';
import { TimeLimit } from '../../time-limit.js';
import { connectElevenLabs, type ElevenLabsService } from './client.js';
import { FACTS } from './facts.js';
import { readFailure, readMaximumConcurrency } from './failures.js';
import { OutputFormats } from './output-formats.js';
import { withPhonemeTags } from './phoneme-tags.js';
import { speechRequest } from './request.js';
import { wordTimings } from './timings.js';

/** Questions about the account are answered quickly or not at all. */
const ACCOUNT_TIMEOUT_SECONDS = 15;
const TRANSCRIPTION_TIMEOUT_SECONDS = 60;

const SERVICE = {
  title: FACTS.title,
  keyVariable: 'ELEVENLABS_API_KEY',
  addressVariable: 'ELEVENLABS_BASE_URL',
};

/** Connects to ElevenLabs; asks nothing yet. */
export async function openElevenLabs(options: EngineOptions): Promise<Engine> {
  return new ElevenLabsEngine(options);
}

class ElevenLabsEngine implements Engine {
  readonly name = FACTS.name;
  readonly version = FACTS.version;
  readonly limits = FACTS.limits;
  readonly #service: ElevenLabsService;
  readonly #options: EngineOptions;
  readonly #formats = new OutputFormats();

  constructor(options: EngineOptions) {
    const { elevenLabsApiKey: apiKey = '', elevenLabsBaseUrl: baseUrl } = options.environment;
    this.#options = options;
    this.#service = connectElevenLabs({
      apiKey,
      ...(baseUrl === undefined ? {} : { baseUrl: parseBaseUrl('ELEVENLABS_BASE_URL', baseUrl).href }),
    });
  }

  async speak(request: SpeechRequest, signal: AbortSignal, onReceived?: OnReceived): Promise<Spoken> {
    const format = this.#formats.for(request.voice);
    const timeout = this.#options.requestTimeoutSeconds ?? timeoutSecondsFor(request.text);
    const spoken = await this.#ask(
      signal,
      timeout,
      (limited) =>
        this.#service.speak(request.voice.voice, speechRequest(request, format), limited, (headers) =>
          onReceived?.(readMaximumConcurrency(headers)),
        ),
      (failure, message) => this.#formats.stepDown(format, failure, message),
    );
    const timings = wordTimings(
      request.text,
      spoken.alignments,
      withPhonemeTags(request.text, request.phones),
    );
    const notice = this.#formats.notice(request.voice);
    return {
      audio: { bytes: spoken.bytes, hint: format },
      ...(timings === undefined ? {} : { timings }),
      ...billedCharacters(spoken.headers),
      ...(notice === undefined ? {} : { notices: [notice] }),
    };
  }

  voices(signal: AbortSignal) {
    return this.#ask(signal, ACCOUNT_TIMEOUT_SECONDS, (limited) => this.#service.voices(limited));
  }

  credits(signal: AbortSignal) {
    return this.#ask(signal, ACCOUNT_TIMEOUT_SECONDS, (limited) => this.#service.credits(limited));
  }

  transcribe(wav: Uint8Array, signal: AbortSignal) {
    return this.#ask(signal, TRANSCRIPTION_TIMEOUT_SECONDS, (limited) =>
      this.#service.transcribe(wav, limited),
    );
  }

  async close(): Promise<void> {}

  /**
   * Makes one call; its failure becomes a sentence without the key.
   *
   * @param mends Judges a failure: true when another one would be asked for next time.
   */
  async #ask<T>(
    signal: AbortSignal,
    timeoutSeconds: number,
    call: (limited: AbortSignal) => Promise<T>,
    mends: (failure: ServiceFailure, message: string) => boolean = () => false,
  ): Promise<T> {
    const limit = new TimeLimit(signal, timeoutSeconds);
    try {
      return await call(limit.signal);
    } catch (error) {
      signal.throwIfAborted();
      const { message, ...failure } = limit.signal.aborted
        ? timeoutFailure(timeoutSeconds)
        : readFailure(error);
      const said = redact(shorten(message), [this.#options.environment.elevenLabsApiKey]);
      throw engineFailure(failureSentence(SERVICE, failure, said), {
        engine: this.name,
        ...failure,
        isMended: mends(failure, message),
      });
    } finally {
      limit.end();
    }
  }
}

/** What the service says that it charged; it does not always. */
function billedCharacters(headers: Headers): { readonly billedCharacters?: number } {
  const cost = Number.parseInt(headers.get('character-cost') ?? '', 10);
  return Number.isNaN(cost) ? {} : { billedCharacters: cost };
}
