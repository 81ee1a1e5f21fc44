/** A stretch of a story before it is encoded, with its levels, fades and pauses: what a join will sound like. */
import { INT16_FULL_SCALE, type ReadTake } from './clip-sound.js';
import type { StoryPlan } from './plan.js';
import { renderStory } from './render.js';
import { LAME_LOSS_DB, type SoundTargets } from './targets.js';
import { factorOf } from './true-peak.js';
import type { Pcm } from './wav.js';

/** Which stretch, and how loud. */
export interface ExcerptOptions {
  /** On the story's clock. */
  readonly stretch: readonly [fromSeconds: number, toSeconds: number];
  readonly sampleRateHz: number;
  readonly readTake: ReadTake;
  readonly targets: SoundTargets;
}

/** Renders a story and gives out one stretch of it, at the level that it will have once it is encoded. */
export async function renderExcerpt(plan: StoryPlan, options: ExcerptOptions): Promise<Pcm> {
  const { sampleRateHz, readTake, targets, stretch } = options;
  const [from, to] = stretch.map((seconds) => Math.round(seconds * sampleRateHz)) as [number, number];
  const levels = {
    targetLufs: targets.targetLufs,
    peakCeiling: factorOf(targets.truePeakDbtp - LAME_LOSS_DB),
  };
  const samples = new Int16Array(Math.max(0, to - from));
  let at = 0;
  for await (const portion of renderStory(plan, sampleRateHz, readTake, levels)) {
    const floats = new Float32Array(portion.buffer, portion.byteOffset, portion.byteLength / 4);
    const first = Math.max(0, from - at);
    for (let index = first; index < floats.length && at + index < to; index += 1)
      samples[at + index - from] = toInt16(floats[index] ?? 0);
    at += floats.length;
    if (at >= to) break;
  }
  return { samples, sampleRateHz };
}

function toInt16(value: number): number {
  return Math.max(-INT16_FULL_SCALE, Math.min(INT16_FULL_SCALE - 1, Math.round(value * INT16_FULL_SCALE)));
}
