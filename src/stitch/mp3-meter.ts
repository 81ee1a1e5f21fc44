/**
 * Measures what a listener gets: MP3 frames are decoded again, by mpg123, inside this process (a process of
 * ffmpeg's for every story would cost 0.16 s each; mpg123 takes 1.8 s for 25 minutes).
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AudioEditionError } from '../errors.js';
import { createLoudnessMeter, integratedLufs } from './loudness.js';
import { SAMPLE_RATE_HZ } from './plan.js';
import { createTruePeakMeter, decibels } from './true-peak.js';

const FRAMES_PER_PORTION = 100;

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

/**
 * Decodes frames of 44.1 kHz MP3 with one channel, or two equal ones, and measures them. Mono frames and the
 * joint stereo made of them decode to the very same samples (a test says so), and mono takes half the time.
 */
export async function measureFrames(frames: readonly Buffer[]): Promise<Measurement> {
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  const loudness = createLoudnessMeter(SAMPLE_RATE_HZ);
  const truePeak = createTruePeakMeter();
  try {
    for (let at = 0; at < frames.length; at += FRAMES_PER_PORTION) {
      const [samples] = decoder.decodeFrames(frames.slice(at, at + FRAMES_PER_PORTION)).channelData;
      if (!samples) throw undecodable();
      loudness.add(samples);
      truePeak.add(samples);
      await nextTurn();
    }
  } finally {
    decoder.free();
  }
  return { hopEnergies: loudness.hopEnergies, truePeak: truePeak.peak };
}

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

/** JSON knows no −Infinity, so silence reads as the meters' floor. */
function round(value: number): number {
  return Math.max(-120, Math.round(value * 100) / 100);
}

function undecodable(): AudioEditionError {
  return new AudioEditionError('The MP3 that was just encoded can not be decoded.', {
    code: 'mp3-undecodable',
    stage: 'stitch',
  });
}
