/** What a finished edition shall measure, what the encoder does to it, and where it works. */
import type { Ffmpeg } from './ffmpeg.js';
import type { OpenFrameMeter } from './mp3-meter.js';

export interface SoundTargets {
  /** Integrated, as heard on two speakers. */
  readonly targetLufs: number;
  readonly truePeakDbtp: number;
}

/** −16 LUFS and −1 dBTP: what Apple asks, and every other directory accepts (docs/sound.md). */
export const DEFAULT_TARGETS: SoundTargets = { targetLufs: -16, truePeakDbtp: -1 };

/**
 * What speech loses in the encoder: LAME lowers sound of a constant rate to 0.95 (−0.45 dB, measured from 96 to
 * 160 kbit/s), and its low pass takes another tenth.
 */
export const LAME_LOSS_DB = 0.55;

/** What everything that encodes needs. */
export interface EncodeOptions {
  readonly ffmpeg: Ffmpeg;
  /** Where encoded stories are kept from build to build. */
  readonly keepFolder: string;
  readonly targets?: SoundTargets;
  /** Measures long stretches elsewhere than in the caller's thread. */
  readonly openMeter?: OpenFrameMeter;
  readonly signal?: AbortSignal;
}
