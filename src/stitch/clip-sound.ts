/** The samples of one clip, before any mixing. */
import { type Clip, SAMPLE_RATE_HZ } from './plan.js';
import type { Pcm } from './wav.js';

const INT16_FULL_SCALE = 32_768;

/** Gives the samples of a clip's take, for every clip of a story at one rate; asked twice for each clip. */
export type ReadTake = (clip: Clip) => Promise<Pcm>;

/** Speech with its margins, brought to level, full scale = 1. */
export function cutClip(pcm: Pcm, clip: Clip, gain: number): Float32Array {
  const marginBefore = clip.marginBeforeSamples / SAMPLE_RATE_HZ;
  const marginAfter = clip.marginAfterSamples / SAMPLE_RATE_HZ;
  const from = Math.max(0, Math.round((clip.take.speechStartSeconds - marginBefore) * pcm.sampleRateHz));
  const to = Math.round((clip.take.speechEndSeconds + marginAfter) * pcm.sampleRateHz);
  const spoken = pcm.samples.subarray(from, to);
  const sound = new Float32Array(spoken.length);
  const factor = gain / INT16_FULL_SCALE;
  for (let at = 0; at < sound.length; at += 1) sound[at] = (spoken[at] as number) * factor;
  return sound;
}
