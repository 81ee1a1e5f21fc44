/** Judges the joins of a story in what a listener gets. Pure. */
import { SAMPLE_RATE_HZ } from './plan.js';

/** What can be heard where speech begins or ends, full scale = 1. */
export interface Seam {
  /** On the story's clock. */
  readonly atSeconds: number;
  /** Largest difference of neighbouring samples at the seam. */
  readonly step: number;
  /** The same around it, where the speech is itself. */
  readonly ownStep: number;
}

/** Collects seams from one channel, in any portions. */
export interface SeamMeter {
  add(samples: Float32Array): void;
  readonly seams: readonly Seam[];
}

/** A click is shorter than this on each side of a seam. */
const NEAR_SAMPLES = Math.round(0.005 * SAMPLE_RATE_HZ);
/** So much of the sound around tells what is usual. */
const AROUND_SAMPLES = Math.round(0.1 * SAMPLE_RATE_HZ);
/** A step that is no louder than the noise of a quiet room is no click. */
const INAUDIBLE_STEP = 0.005;
/** A step so much larger than the speech's own is heard as a click. */
const CLICK_FACTOR = 2;

/**
 * @param places Samples on the story's clock at which speech begins or ends, ascending.
 * @param delaySamples What a decoder gives before the story's first sample.
 */
export function createSeamMeter(places: readonly number[], delaySamples: number): SeamMeter {
  const found = places.map((place) => ({ at: place + delaySamples, step: 0, ownStep: 0 }));
  let position = 0;
  let previous = 0;
  let next = 0;
  const note = (at: number, step: number) => {
    for (let index = next; index < found.length; index += 1) {
      const seam = found[index] as (typeof found)[number];
      if (at < seam.at - AROUND_SAMPLES) return;
      const isNear = Math.abs(at - seam.at) <= NEAR_SAMPLES;
      if (isNear) seam.step = Math.max(seam.step, step);
      else if (at <= seam.at + AROUND_SAMPLES) seam.ownStep = Math.max(seam.ownStep, step);
    }
  };
  return {
    add(samples) {
      for (let index = 0; index < samples.length; index += 1) {
        while (next < found.length && position + index > (found[next]?.at ?? 0) + AROUND_SAMPLES) next += 1;
        const ahead = (found[next]?.at ?? Number.POSITIVE_INFINITY) - AROUND_SAMPLES - position;
        if (index < ahead) index = Math.min(ahead, samples.length);
        if (index >= samples.length) break;
        const before = index === 0 ? previous : (samples[index - 1] as number);
        note(position + index, Math.abs((samples[index] as number) - before));
      }
      position += samples.length;
      previous = samples.at(-1) ?? previous;
    },
    get seams() {
      return found.map(({ step, ownStep }, index) => ({
        atSeconds: (places[index] as number) / SAMPLE_RATE_HZ,
        step,
        ownStep,
      }));
    },
  };
}

/** Whether a seam is heard as a click. */
export function isClick({ step, ownStep }: Seam): boolean {
  return step > Math.max(INAUDIBLE_STEP, CLICK_FACTOR * ownStep);
}
