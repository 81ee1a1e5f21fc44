import type { Notice, TakeFinding } from '../../edition.js';
import { AudioEditionError, messageOf } from '../../errors.js';
import type { Engine, EngineDescription, EngineOptions, Pcm } from '../engine.js';
import { wavParts } from '../wav.js';
import { compareTranscript } from './compare-transcript.js';

/** Listens to takes and compares what it hears with what was to be said. */
export interface Listener {
  /** Never rejects: a transcription that fails is a notice, for the take itself is there. */
  listen(pcm: Pcm, text: string, signal: AbortSignal): Promise<readonly TakeFinding[]>;
  readonly notices: readonly Notice[];
  close(): Promise<void>;
}

/**
 * Finds an engine that can transcribe: the one that speaks, else the first of the others that has its key.
 *
 * @throws AudioEditionError (`input`) when there is none.
 */
export async function openListener(
  speaking: EngineDescription,
  engines: readonly EngineDescription[],
  options: EngineOptions,
): Promise<Listener> {
  const able = [speaking, ...engines].find(
    ({ canTranscribe, missing }) => canTranscribe && missing(options.environment) === undefined,
  );
  if (able === undefined) {
    throw new AudioEditionError(
      '--verify asr needs a service that transcribes; set ELEVENLABS_API_KEY, or OPENAI_API_KEY or OPENAI_BASE_URL, or leave it out.',
      { code: 'no-transcription', stage: 'speech', fault: 'input' },
    );
  }
  return new EngineListener(await able.open(options));
}

class EngineListener implements Listener {
  readonly #engine: Engine;
  readonly #notices = new Map<string, Notice>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get notices(): readonly Notice[] {
    return [...this.#notices.values()];
  }

  async listen(pcm: Pcm, text: string, signal: AbortSignal): Promise<readonly TakeFinding[]> {
    try {
      const transcript = await this.#engine.transcribe?.(Buffer.concat(wavParts(pcm)), signal);
      return transcript === undefined ? [] : compareTranscript(text, transcript);
    } catch (error) {
      // Interrupted: the take is paid for and measured, so it is kept.
      if (signal.aborted) return [];
      const message = `A take could not be listened to (${messageOf(error)}), so it was checked by measurement only.`;
      this.#notices.set(message, { code: 'take-not-transcribed', message });
      return [];
    }
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}
