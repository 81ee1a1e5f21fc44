/** Finding silence in measured energies. Pure. */

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
