import { setTimeout as sleep } from 'node:timers/promises';
import type { Notice } from '../edition.js';
import type { AdaptiveLimit } from './adaptive-limit.js';
import { decodeAudio } from './audio-bytes.js';
import type { Bill } from './bill.js';
import type { Decode, Engine, Pcm, SpeechRequest, Spoken } from './engine.js';
import { engineFailureOf } from './engine-failure.js';
import { secondsBeforeRetry } from './retry-policy.js';
import { Turnstile } from './turnstile.js';

/** An answer whose audio is decoded. */
export interface DecodedSpeech extends Omit<Spoken, 'audio'> {
  readonly pcm: Pcm;
}

export interface RequesterOptions {
  readonly engine: Engine;
  readonly limit: AdaptiveLimit;
  readonly decode: Decode;
  readonly bill: Bill;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  /** Ends what waits: nothing new is sent any more. */
  readonly waitSignal: AbortSignal;
  readonly random: () => number;
  readonly onNotice: (notice: Notice) => void;
}

/** Sends requests to an engine: under the account's limit, and again when that can help. */
export class Requester {
  readonly #options: RequesterOptions;
  /** Until then the service wants to be left alone; milliseconds of `performance.now()`. */
  #quietUntilMs = 0;
  readonly #turnstile = new Turnstile();

  constructor(options: RequesterOptions) {
    this.#options = options;
  }

  /**
   * An answer without audio is asked for again with another seed, for the same one would bring the same.
   *
   * @throws an engine's failure that can't be helped by asking again, or the signal's reason.
   */
  async request(request: SpeechRequest): Promise<DecodedSpeech> {
    let asked = request;
    for (let tries = 1; ; tries++) {
      try {
        return await this.#requestOnce(asked);
      } catch (error) {
        if (engineFailureOf(error)?.kind !== 'broken') throw error;
        await this.#waitBeforeRetry(error, tries);
        asked = withAnotherSeed(asked);
      }
    }
  }

  async #requestOnce(request: SpeechRequest): Promise<DecodedSpeech> {
    const { engine, limit, decode, signal, onNotice } = this.#options;
    const { answer } = await limit.run(() => this.#sendUntilTaken(request));
    const { audio, ...spoken } = await answer;
    spoken.notices?.forEach(onNotice);
    // Requests go out and answers come in before this one is worked on.
    await this.#turnstile.pass();
    const pcm = 'samples' in audio ? audio : await decodeAudio(audio, engine.name, decode, signal);
    return { ...spoken, pcm };
  }

  /**
   * Asks again while that can help, without giving up the place that it has in the account: else it would come
   * after all others, and a service that is down would be found out last thing.
   */
  async #sendUntilTaken(request: SpeechRequest): Promise<{ answer: Promise<Spoken> }> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#send(request);
      } catch (error) {
        if (engineFailureOf(error)?.kind === 'broken') throw error;
        await this.#waitBeforeRetry(error, tries);
      }
    }
  }

  /** @throws the error itself when asking again is of no use. */
  async #waitBeforeRetry(error: unknown, tries: number): Promise<void> {
    const { signal, waitSignal, random } = this.#options;
    signal.throwIfAborted();
    const waitSeconds = secondsBeforeRetry(error, tries, random);
    if (waitSeconds === undefined) throw error;
    await sleep(waitSeconds * 1000, undefined, { signal: waitSignal });
  }

  /** Resolves as soon as the account may be asked again, which may be before the answer has been read. */
  async #send(request: SpeechRequest): Promise<{ answer: Promise<Spoken> }> {
    const { limit, waitSignal } = this.#options;
    await this.#waitForQuiet();
    // Answers that are not worked on are not kept yet, and would be lost with a build that is killed.
    await this.#turnstile.shorterThan(limit.current);
    waitSignal.throwIfAborted();
    let onFree = () => {};
    const isFree = new Promise<void>((resolve) => {
      onFree = resolve;
    });
    const answer = this.#speak(request, onFree);
    await Promise.race([isFree, answer]);
    return { answer };
  }

  async #speak(request: SpeechRequest, onFree: () => void): Promise<Spoken> {
    const { engine, limit, bill, signal } = this.#options;
    const complaintsBefore = limit.complaints;
    let isReceived = false;
    const onReceived = (maximumConcurrency: number | undefined) => {
      isReceived = true;
      limit.answered(maximumConcurrency);
      onFree();
    };
    try {
      const spoken = await engine.speak(request, signal, onReceived);
      if (!isReceived) onReceived(undefined);
      bill.answered(request, spoken.billedCharacters);
      return spoken;
    } catch (error) {
      this.#noteFailure(error, request, complaintsBefore);
      throw error;
    }
  }

  #noteFailure(error: unknown, request: SpeechRequest, complaintsBefore: number): void {
    const { limit, bill } = this.#options;
    const failure = engineFailureOf(error);
    if (failure === undefined) return;
    bill.failed(request, failure);
    if (failure.kind !== 'busy') return;
    limit.complained(complaintsBefore, failure.maximumConcurrency);
    const quietMs = (failure.retryAfterSeconds ?? 0) * 1000;
    this.#quietUntilMs = Math.max(this.#quietUntilMs, performance.now() + quietMs);
  }

  async #waitForQuiet(): Promise<void> {
    const waitMs = this.#quietUntilMs - performance.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal: this.#options.waitSignal });
  }
}

/** The same seed would bring the same take. */
function withAnotherSeed(request: SpeechRequest): SpeechRequest {
  return request.seed === undefined ? request : { ...request, seed: (request.seed + 1) >>> 0 };
}
