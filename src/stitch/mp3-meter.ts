/**
 * Measures what a listener gets: MP3 frames are decoded again, by mpg123, inside this process (a process of
 * ffmpeg's for every story would cost 0.16 s each; mpg123 takes 1.8 s for 25 minutes).
 */
import { AudioEditionError } from '../errors.js';
import { createLoudnessMeter, integratedLufs } from './loudness.js';
import { SAMPLE_RATE_HZ } from './plan.js';
import { createSeamMeter, type Seam } from './seams.js';
import { createTruePeakMeter, decibels } from './true-peak.js';

/** What was measured on decoded sound; stories' measurements combine by {@link combine}. */
export interface Measurement {
  /** K-weighted mean square of each 100 ms, one of two equal channels. */
  readonly hopEnergies: readonly number[];
  /** Full scale = 1. */
  readonly truePeak: number;
}

/** The two figures of `edition.json`. */
export interface Levels {
  readonly loudnessLufs: number;
  readonly truePeakDbtp: number;
}

/** What was found out about a stretch. */
export interface MeteredFrames {
  readonly measurement: Measurement;
  /** What is heard at the places that were asked about. */
  readonly seams: readonly Seam[];
}

/** Decodes frames of 44.1 kHz MP3 as they come, and measures them. */
export interface FrameMeter {
  /**
   * @param frames Whole frames, one behind the other. They may be measured a little later; resolves when more may come.
   * @throws AudioEditionError `mp3-undecodable`.
   */
  add(frames: Uint8Array): Promise<void>;
  /** @throws AudioEditionError `mp3-undecodable`. */
  result(): Promise<MeteredFrames>;
  /** Gives the decoder's memory back. */
  free(): void;
}

/**
 * Opens a meter for frames with one channel, or two equal ones (of which the left is measured). Mono frames and the
 * joint stereo made of them decode to the very same samples (a test says so), and mono takes half the time.
 *
 * @param seamPlaces Samples at which speech begins or ends, ascending.
 */
export type OpenFrameMeter = (seamPlaces?: readonly number[]) => Promise<FrameMeter>;

/** LAME's 576 samples and the decoder's 529 come before the first of the sound. */
const DECODED_DELAY_SAMPLES = 1105;

/** A meter that works in the thread of its caller. */
export const openFrameMeter: OpenFrameMeter = async (seamPlaces = []) => {
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  const loudness = createLoudnessMeter(SAMPLE_RATE_HZ);
  const truePeak = createTruePeakMeter();
  const seams = createSeamMeter(seamPlaces, DECODED_DELAY_SAMPLES);
  return {
    async add(frames) {
      if (frames.length === 0) return;
      const [samples] = decoder.decode(frames).channelData;
      if (!samples) throw undecodable();
      loudness.add(samples);
      truePeak.add(samples);
      seams.add(samples);
    },
    result: async () => ({
      measurement: { hopEnergies: loudness.hopEnergies, truePeak: truePeak.peak },
      seams: seams.seams,
    }),
    free: () => decoder.free(),
  };
};

/** The measurement of stretches that are heard one behind the other. */
export function combine(measurements: readonly Measurement[]): Measurement {
  return {
    hopEnergies: measurements.flatMap((measurement) => measurement.hopEnergies),
    truePeak: Math.max(0, ...measurements.map((measurement) => measurement.truePeak)),
  };
}

/** To two decimals, as published. */
export function levelsOf(measurement: Measurement): Levels {
  return {
    loudnessLufs: round(integratedLufs(measurement.hopEnergies)),
    truePeakDbtp: round(decibels(measurement.truePeak)),
  };
}

/** JSON knows no −Infinity, so silence reads as −120. */
function round(value: number): number {
  return Math.max(-120, Math.round(value * 100) / 100);
}

function undecodable(): AudioEditionError {
  return new AudioEditionError('An MP3 frame can not be decoded.', {
    code: 'mp3-undecodable',
    stage: 'stitch',
  });
}
