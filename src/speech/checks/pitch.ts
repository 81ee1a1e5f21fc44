import type { AudibleSpan } from '../audible.js';
import type { Pcm } from '../engine.js';

const FRAME_SECONDS = 0.04;
/** Enough frames to judge a take; spread over it evenly. */
const FRAMES = 24;
const LOWEST_PITCH_HZ = 70;
const HIGHEST_PITCH_HZ = 400;
/** How like itself one period later a sound with a pitch is, from 0 to 1. */
const LEAST_LIKENESS = 0.5;
/** Pitch needs no more than this. */
const ENOUGH_RATE_HZ = 8000;

/** Share of a take's sound that has a pitch between 70 and 400 Hz, from 0 to 1, by autocorrelation. */
export function pitchedShare(pcm: Pcm, { startSeconds, endSeconds }: AudibleSpan): number {
  const step = Math.max(1, Math.round(pcm.sampleRateHz / ENOUGH_RATE_HZ));
  const rateHz = pcm.sampleRateHz / step;
  const length = Math.round(FRAME_SECONDS * rateHz);
  const frames = Array.from({ length: FRAMES }, (_, index) => {
    const at = startSeconds + ((endSeconds - startSeconds - FRAME_SECONDS) * index) / FRAMES;
    return decimate(pcm.samples, Math.max(0, Math.round(at * pcm.sampleRateHz)), step, length);
  });
  const loudest = Math.max(...frames.map(energy));
  const sounding = frames.filter((frame) => energy(frame) > loudest / 1000);
  if (loudest === 0 || sounding.length === 0) return 0;
  return sounding.filter((frame) => hasPitch(frame, rateHz)).length / sounding.length;
}

/** Takes the mean of every `step` samples: a plain low-pass and fewer samples. */
function decimate(samples: Int16Array, from: number, step: number, length: number): Float64Array {
  return Float64Array.from({ length }, (_, index) => {
    let sum = 0;
    for (let at = 0; at < step; at++) sum += samples[from + index * step + at] ?? 0;
    return sum / step;
  });
}

function energy(frame: Float64Array): number {
  return frame.reduce((sum, sample) => sum + sample ** 2, 0);
}

function hasPitch(frame: Float64Array, rateHz: number): boolean {
  const longest = Math.min(frame.length / 2, rateHz / LOWEST_PITCH_HZ);
  for (let lag = Math.floor(rateHz / HIGHEST_PITCH_HZ); lag <= longest; lag++) {
    if (likeness(frame, lag) > LEAST_LIKENESS) return true;
  }
  return false;
}

/** Normalized correlation of a frame with itself `lag` samples later. */
function likeness(frame: Float64Array, lag: number): number {
  let [product, before, after] = [0, 0, 0];
  for (let at = 0; at + lag < frame.length; at++) {
    const [a, b] = [frame[at] ?? 0, frame[at + lag] ?? 0];
    product += a * b;
    before += a * a;
    after += b * b;
  }
  return product / (Math.sqrt(before * after) || 1);
}
