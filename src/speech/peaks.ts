import { readFile } from 'node:fs/promises';
import { readWav } from './wav.js';

/** The loudest sample of every stretch of a take. */
export interface Peaks {
  readonly peaksPerSecond: number;
  /** 0 silent … 255 full scale. */
  readonly peaks: Uint8Array;
}

/** A stretch is about as long as a short vowel, so that a picture shows syllables. */
const PEAKS_PER_SECOND = 40;

/** Reads the picture of a take's WAV file. @throws Error where it can't be read. */
export async function readPeaks(file: string): Promise<Peaks> {
  const { samples, sampleRateHz } = readWav(await readFile(file));
  const stretch = sampleRateHz / PEAKS_PER_SECOND;
  const peaks = new Uint8Array(Math.ceil(samples.length / stretch));
  for (let at = 0; at < samples.length; at++) {
    const loudness = Math.min(255, Math.abs(samples[at] ?? 0) >> 7);
    const index = Math.floor(at / stretch);
    if (loudness > (peaks[index] ?? 0)) peaks[index] = loudness;
  }
  return { peaksPerSecond: PEAKS_PER_SECOND, peaks };
}
