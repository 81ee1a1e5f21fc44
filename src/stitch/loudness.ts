/**
 * Loudness after ITU-R BS.1770-4 and EBU R 128, for one channel that is heard on two speakers.
 *
 * Why not ffmpeg's `ebur128`: it resamples to 48 kHz and 192 kHz, costs a process for every story (0.16 s of
 * Debian's build) and 3 s for 25 minutes; this reads the samples where they are, at their own rate, in 0.25 s,
 * and keeps the energies, so that stories' measurements combine exactly into the episode's. A test holds it
 * against `ebur128`.
 */

/** Two speakers with the same sound have twice the energy of one (BS.1770 sums channels). */
const TWO_SPEAKERS = 2;
const HOPS_PER_BLOCK = 4;
const HOP_SECONDS = 0.1;
/** BS.1770-4: −0.691 makes a 997 Hz sine at 0 dBFS read −3.01. */
const OFFSET_LU = -0.691;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/** Collects the K-weighted energy of every 100 ms. */
export interface LoudnessMeter {
  /** Samples as they come, in any portions; full scale = 1. */
  add(samples: Float32Array): void;
  /** Mean square of each whole 100 ms so far, one channel, full scale = 1. */
  readonly hopEnergies: readonly number[];
}

/** A meter for one channel at the given rate. */
export function createLoudnessMeter(sampleRateHz: number): LoudnessMeter {
  const hopSamples = Math.round(sampleRateHz * HOP_SECONDS);
  const hopEnergies: number[] = [];
  const filter = createKWeighting(sampleRateHz);
  let energy = 0;
  let filled = 0;
  return {
    hopEnergies,
    add(samples) {
      for (let at = 0; at < samples.length; ) {
        const end = Math.min(samples.length, at + hopSamples - filled);
        energy += filter(samples, at, end);
        filled += end - at;
        at = end;
        if (filled === hopSamples) {
          hopEnergies.push(energy / hopSamples);
          energy = 0;
          filled = 0;
        }
      }
    },
  };
}

/**
 * Integrated loudness in LUFS as heard on two speakers: 400 ms blocks that overlap by 75 %, gated at −70 LUFS
 * and then at 10 LU below the mean. What is shorter than a block counts as one; silence is −Infinity.
 */
export function integratedLufs(hopEnergies: readonly number[]): number {
  const blocks = blockEnergies(hopEnergies);
  const audible = blocks.filter((energy) => lufsOf(energy) > ABSOLUTE_GATE_LUFS);
  const threshold = lufsOf(mean(audible)) + RELATIVE_GATE_LU;
  return lufsOf(mean(audible.filter((energy) => lufsOf(energy) > threshold)));
}

/** The loudest 400 ms, in LUFS as heard on two speakers. */
export function loudestLufs(hopEnergies: readonly number[]): number {
  return lufsOf(blockEnergies(hopEnergies).reduce((loudest, energy) => Math.max(loudest, energy), 0));
}

function blockEnergies(hops: readonly number[]): number[] {
  if (hops.length < HOPS_PER_BLOCK) return hops.length === 0 ? [] : [mean(hops)];
  const blocks: number[] = [];
  for (let end = HOPS_PER_BLOCK; end <= hops.length; end += 1) {
    let sum = 0;
    for (let at = end - HOPS_PER_BLOCK; at < end; at += 1) sum += hops[at] as number;
    blocks.push(sum / HOPS_PER_BLOCK);
  }
  return blocks;
}

function lufsOf(energy: number): number {
  return OFFSET_LU + 10 * Math.log10(TWO_SPEAKERS * energy);
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Sum of squares of `samples[from, to)` behind the K-weighting, which remembers what came before. */
type EnergyFilter = (samples: Float32Array, from: number, to: number) => number;

/**
 * The two filters of BS.1770 (a shelf for the head, a high pass) at any rate, from their analogue prototypes:
 * the constants reproduce the standard's 48 kHz coefficients (as in libebur128's `ebur128_init_filter`).
 */
function createKWeighting(sampleRateHz: number): EnergyFilter {
  const shelf = shelfCoefficients(sampleRateHz);
  const pass = highPassCoefficients(sampleRateHz);
  const { b0, b1, b2, a1, a2 } = shelf;
  const { a1: c1, a2: c2 } = pass;
  const state = new Float64Array(4);
  return (samples, from, to) => {
    let s1 = state[0] as number;
    let s2 = state[1] as number;
    let s3 = state[2] as number;
    let s4 = state[3] as number;
    let energy = 0;
    for (let at = from; at < to; at += 1) {
      const input = samples[at] as number;
      const shelved = b0 * input + s1;
      s1 = b1 * input - a1 * shelved + s2;
      s2 = b2 * input - a2 * shelved;
      const passed = shelved + s3;
      s3 = -2 * shelved - c1 * passed + s4;
      s4 = shelved - c2 * passed;
      energy += passed * passed;
    }
    state[0] = s1;
    state[1] = s2;
    state[2] = s3;
    state[3] = s4;
    return energy;
  };
}

function shelfCoefficients(sampleRateHz: number) {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRateHz);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
}

function highPassCoefficients(sampleRateHz: number) {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRateHz);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
}
