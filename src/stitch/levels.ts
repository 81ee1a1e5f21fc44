/** Brings every voice of a story to one level. */
import type { Take } from '../edition.js';
import { cutClip, type ReadTake, toFloats } from './clip-sound.js';
import { createLoudnessMeter, integratedLufs, type LoudnessMeter } from './loudness.js';
import type { StoryPlan } from './plan.js';
import { factorOf } from './true-peak.js';

/** A voice that is all but silent is not blown up to speech. */
const MAX_GAIN_DB = 30;
const PORTION_SAMPLES = 16_384;

/**
 * One factor for each voice, over all that it says in the story: never sentence by sentence, which would pump.
 * @returns {@link voiceOf} → factor that brings it to `targetLufs` as heard on two speakers.
 */
export async function levelVoices(
  plan: StoryPlan,
  readTake: ReadTake,
  targetLufs: number,
): Promise<ReadonlyMap<string, number>> {
  const meters = new Map<string, LoudnessMeter>();
  for (const clip of plan.clips) {
    const pcm = await readTake(clip);
    const meter = meters.get(voiceOf(clip.take)) ?? createLoudnessMeter(pcm.sampleRateHz);
    meters.set(voiceOf(clip.take), meter);
    addInPortions(meter, cutClip(pcm, clip));
  }
  return new Map([...meters].map(([voice, meter]) => [voice, gainTo(targetLufs, meter)]));
}

/** Small portions keep a long take from being in memory twice. */
function addInPortions(meter: LoudnessMeter, samples: Int16Array): void {
  const portion = new Float32Array(PORTION_SAMPLES);
  for (let at = 0; at < samples.length; at += PORTION_SAMPLES) {
    meter.add(toFloats(samples.subarray(at, at + PORTION_SAMPLES), 1, portion));
  }
}

function gainTo(targetLufs: number, meter: LoudnessMeter): number {
  const lufs = integratedLufs(meter.hopEnergies);
  return Number.isFinite(lufs) ? factorOf(Math.min(MAX_GAIN_DB, targetLufs - lufs)) : 1;
}

/** Names a voice across engines. */
export function voiceOf(take: Take): string {
  return `${take.engine}/${take.voice}`;
}
