/** Finding silence, and judging joins, in samples or in measured energies. Pure. */

/** Below −60 dBFS (mean square) nobody hears anything between words. */
const SILENT_ENERGY = 1e-6;
const HOP_SECONDS = 0.1;

/** The longest silence between sounds, to 0.1 s: what lies before the first and behind the last does not count. */
export function longestSilenceSeconds(hopEnergies: readonly number[]): number {
  const first = hopEnergies.findIndex((energy) => energy > SILENT_ENERGY);
  const last = hopEnergies.findLastIndex((energy) => energy > SILENT_ENERGY);
  let longest = 0;
  let current = 0;
  for (let at = first; at >= 0 && at <= last; at += 1) {
    current = (hopEnergies[at] as number) > SILENT_ENERGY ? 0 : current + 1;
    longest = Math.max(longest, current);
  }
  return Math.round(longest * HOP_SECONDS * 10) / 10;
}

/** What can be heard of a join. */
export interface Seam {
  /** Largest difference of neighbouring samples within 5 ms of the join, full scale = 1. */
  readonly step: number;
  /** The same in the 200 ms around it: a step that is not larger than the sound's own is no click. */
  readonly ownStep: number;
  /** How long it is silent around the join. */
  readonly gapSeconds: number;
}

/** Judges the join at sample `at` of one channel, full scale = 1. */
export function measureSeam(samples: Float32Array, at: number, sampleRateHz: number): Seam {
  const near = Math.round(0.005 * sampleRateHz);
  const around = Math.round(0.1 * sampleRateHz);
  let before = at;
  while (before > 0 && Math.abs(samples[before - 1] as number) < SILENT_AMPLITUDE) before -= 1;
  let after = at;
  while (after < samples.length && Math.abs(samples[after] as number) < SILENT_AMPLITUDE) after += 1;
  return {
    step: largestStep(samples, at - near, at + near),
    ownStep: largestStep(samples, before - around, after + around),
    gapSeconds: (after - before) / sampleRateHz,
  };
}

const SILENT_AMPLITUDE = 0.001;

function largestStep(samples: Float32Array, from: number, to: number): number {
  let largest = 0;
  for (let at = Math.max(1, from); at < Math.min(to, samples.length); at += 1) {
    largest = Math.max(largest, Math.abs((samples[at] as number) - (samples[at - 1] as number)));
  }
  return largest;
}
