import type { Notice, VoiceSettings } from '../../../edition.js';
import type { ServiceFailure } from '../../engine-failure.js';

/**
 * What to ask for, best first: samples as they are (Pro plan and above), MP3 at 192 kbit/s (Creator and
 * above), MP3 at 128 kbit/s (everyone).
 */
const BEST_FIRST = ['pcm_44100', 'mp3_44100_192', 'mp3_44100_128'];

/** How the service refuses a format that the plan does not include, in words and codes old and new. */
const REFUSAL = /output.?format|subscription_required|tier|pcm_|mp3_|plan/i;

/** Finds the best format that the account gives: starts at the top and steps down when one is refused. */
export class OutputFormats {
  #step = 0;

  /** The format to ask for; `"format"` of a voice in `voices.json` is asked for as it is. */
  for(voice: VoiceSettings): string {
    const chosen = voice['format'];
    return typeof chosen === 'string' ? chosen : (BEST_FIRST[this.#step] ?? 'mp3_44100_128');
  }

  /**
   * Judges a failure.
   *
   * @returns true when it was about the format and another one can be asked for at once.
   */
  stepDown(format: string, failure: ServiceFailure, message: string): boolean {
    const asked = BEST_FIRST.indexOf(format);
    const isRefusal =
      failure.status !== undefined &&
      [400, 401, 402, 403, 422].includes(failure.status) &&
      failure.kind !== 'quota' &&
      failure.serviceCode !== 'invalid_api_key' &&
      REFUSAL.test(`${failure.serviceCode ?? ''} ${message}`);
    if (!isRefusal || asked === -1 || asked === BEST_FIRST.length - 1) return false;
    // Others that were under way with the same format may have stepped down already.
    this.#step = Math.max(this.#step, asked + 1);
    return true;
  }

  /** What to say about the format, when it is not the best one. */
  notice(voice: VoiceSettings): Notice | undefined {
    if (this.#step === 0 || voice['format'] !== undefined) return undefined;
    return {
      code: 'format-fallback',
      message: `ElevenLabs does not give ${BEST_FIRST[0]} on this plan; ${BEST_FIRST[this.#step]} was used instead.`,
    };
  }
}
