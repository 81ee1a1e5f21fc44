/** The samples of one clip, before any mixing. */
import { type Clip, SAMPLE_RATE_HZ } from './plan.js';
import type { Pcm } from './wav.js';

/** Samples of takes are 16-bit integers; in between they are floats, full scale = 1. */
export const INT16_FULL_SCALE = 32_768;

/**
 * Gives the samples of a clip's take, for every clip of a story at one rate; asked twice for each clip. They are good
 * until the next call.
 */
export type ReadTake = (clip: Clip) => Promise<Pcm>;

/** Speech with its margins, as it stands in the take. */
export function cutClip(pcm: Pcm, clip: Clip): Int16Array {
  const marginBefore = clip.marginBeforeSamples / SAMPLE_RATE_HZ;
  const marginAfter = clip.marginAfterSamples / SAMPLE_RATE_HZ;
  const from = Math.max(0, Math.round((clip.take.speechStartSeconds - marginBefore) * pcm.sampleRateHz));
  const to = Math.round((clip.take.speechEndSeconds + marginAfter) * pcm.sampleRateHz);
  return pcm.samples.subarray(from, to);
}

/**
 * Full scale = 1, and the level changed by the factor `gain`.
 * @param into Room for the result, at least as long; a new one where it is left out.
 */
export function toFloats(
  samples: Int16Array,
  gain: number,
  into: Float32Array = new Float32Array(samples.length),
): Float32Array {
  const factor = gain / INT16_FULL_SCALE;
  for (let at = 0; at < samples.length; at += 1) into[at] = (samples[at] as number) * factor;
  return into.subarray(0, samples.length);
}
