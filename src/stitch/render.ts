/** A story's plan and takes → one channel of samples, clip by clip: levels, fades, pauses. Reads files only. */
import { cutClip, type ReadTake, toFloats } from './clip-sound.js';
import { levelVoices, voiceOf } from './levels.js';
import { limitPeaks } from './limiter.js';
import { SAMPLE_RATE_HZ, type StoryPlan } from './plan.js';

/** Long enough that no join clicks, too short to be heard. */
const FADE_SECONDS = 0.004;
/** Fed behind the plan's end, so that the resampler and the encoder give out every planned frame. */
const FLUSH_SAMPLES = 4_096;

/** How loud a story shall come out of {@link renderStory}. */
export interface RenderLevels {
  /** As heard on two speakers. */
  readonly targetLufs: number;
  /** Highest true peak, full scale = 1. */
  readonly peakCeiling: number;
}

/**
 * Yields a story as little-endian 32-bit float samples at `sampleRateHz`, pause by pause and clip by
 * clip. A time of the plan falls on the nearest sample of that rate.
 */
export async function* renderStory(
  plan: StoryPlan,
  sampleRateHz: number,
  readTake: ReadTake,
  levels: RenderLevels,
): AsyncGenerator<Buffer> {
  const gains = await levelVoices(plan, readTake, levels.targetLufs);
  const atRate = (samples: number) => Math.round((samples * sampleRateHz) / SAMPLE_RATE_HZ);
  let written = 0;
  for (const clip of plan.clips) {
    const sound = toFloats(cutClip(await readTake(clip), clip), gains.get(voiceOf(clip.take)) ?? 1);
    limitPeaks(sound, levels.peakCeiling, sampleRateHz);
    fadeEnds(sound, Math.round(FADE_SECONDS * sampleRateHz));
    const start = Math.max(written, atRate(clip.startSample - clip.marginBeforeSamples));
    yield silence(start - written);
    yield Buffer.from(sound.buffer);
    written = start + sound.length;
  }
  yield silence(atRate(plan.lengthSamples) + FLUSH_SAMPLES - written);
}

function fadeEnds(sound: Float32Array, fadeSamples: number): void {
  const length = Math.min(fadeSamples, sound.length >> 1);
  for (let at = 0; at < length; at += 1) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * at) / length);
    const mirrored = sound.length - 1 - at;
    sound[at] = (sound[at] as number) * gain;
    sound[mirrored] = (sound[mirrored] as number) * gain;
  }
}

function silence(samples: number): Buffer {
  return Buffer.alloc(Math.max(0, samples) * Float32Array.BYTES_PER_ELEMENT);
}
