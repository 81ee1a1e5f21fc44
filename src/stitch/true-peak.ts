/**
 * True peak after BS.1770-4 annex 2: the highest value of the signal four times oversampled. It is only worked
 * out next to samples that come within 3 dB of the highest value so far: to rise further between two samples a
 * signal would need most of its energy near half the sample rate, where neither speech nor MP3 has any. That
 * makes it 20 times as fast; a test holds it against ffmpeg's.
 */

const OVERSAMPLING = 4;
/** Samples on each side that the interpolation sees. */
export const REACH = 12;
const WORTH_A_LOOK = Math.SQRT1_2;

/** Windowed-sinc interpolation, one row of taps for each quarter of a sample. */
const PHASES: readonly Float64Array[] = Array.from({ length: OVERSAMPLING - 1 }, (_, index) =>
  sincTaps((index + 1) / OVERSAMPLING),
);
/** Collects the true peak of one channel. */
export interface TruePeakMeter {
  /** Samples as they come, in any portions. */
  add(samples: Float32Array): void;
  /** Highest absolute value so far, in the samples' own scale. */
  readonly peak: number;
}

/** A meter that starts at silence, or at a peak that is already known. */
export function createTruePeakMeter(known = 0): TruePeakMeter {
  let peak = known;
  let carried = new Float32Array(2 * REACH);
  return {
    get peak() {
      return peak;
    },
    add(samples) {
      const border = new Float32Array(carried.length + Math.min(samples.length, 2 * REACH));
      border.set(carried);
      border.set(samples.subarray(0, 2 * REACH), carried.length);
      peak = peakOf(samples, peakOf(border, peak));
      carried = samples.length < 2 * REACH ? border.slice(-2 * REACH) : samples.slice(-2 * REACH);
    },
  };
}

/** The true peak between `REACH` samples behind the start and before the end, at least `known`. */
function peakOf(signal: Float32Array, known: number): number {
  let peak = known;
  let interesting = peak * WORTH_A_LOOK;
  for (let at = REACH; at < signal.length - REACH; at += 1) {
    const value = signal[at] as number;
    if (value < interesting && value > -interesting) continue;
    peak = Math.max(peak, truePeakAt(signal, at), truePeakAt(signal, at - 1));
    interesting = peak * WORTH_A_LOOK;
  }
  return peak;
}

/** Highest absolute value from sample `at` up to the next; `signal` must reach {@link REACH} on both sides. */
export function truePeakAt(signal: Float32Array, at: number): number {
  let peak = Math.abs(signal[at] as number);
  for (const taps of PHASES) {
    let value = 0;
    for (let tap = 0; tap < taps.length; tap += 1) {
      value += (taps[tap] as number) * (signal[at - REACH + 1 + tap] as number);
    }
    peak = Math.max(peak, Math.abs(value));
  }
  return peak;
}

/** Taps of a Hann-windowed sinc that reads the signal `fraction` of a sample after tap number REACH − 1. */
function sincTaps(fraction: number): Float64Array {
  const taps = new Float64Array(2 * REACH);
  for (let tap = 0; tap < taps.length; tap += 1) {
    const distance = tap - (REACH - 1) - fraction;
    const sinc = Math.sin(Math.PI * distance) / (Math.PI * distance);
    taps[tap] = sinc * Math.cos((Math.PI * distance) / (2 * REACH)) ** 2;
  }
  return taps;
}

/** A value against full scale, in dB; silence is −Infinity. */
export function decibels(value: number, fullScale = 1): number {
  return 20 * Math.log10(value / fullScale);
}

/** The factor that changes a level by so many dB. */
export function factorOf(decibel: number): number {
  return 10 ** (decibel / 20);
}
