/** The samples of takes, all at one rate. */
import type { ReadTake } from './clip-sound.js';
import { decodeFile } from './decode.js';
import type { Ffmpeg } from './ffmpeg.js';
import { type Clip, SAMPLE_RATE_HZ } from './plan.js';
import { wavReader } from './wav.js';

/** Reads takes as they are where all have one rate; else brings each to the published rate. */
export function takeReader(
  clips: readonly Clip[],
  ffmpeg: Ffmpeg,
): { sampleRateHz: number; readTake: ReadTake } {
  const rates = new Set(clips.map((clip) => clip.take.sampleRateHz));
  const [only] = rates;
  const readWav = wavReader();
  if (rates.size === 1 && only) return { sampleRateHz: only, readTake: ({ take }) => readWav(take.file) };
  return {
    sampleRateHz: SAMPLE_RATE_HZ,
    readTake: async ({ take }) =>
      take.sampleRateHz === SAMPLE_RATE_HZ
        ? readWav(take.file)
        : decodeFile(ffmpeg, { file: take.file, demuxer: 'wav', sampleRateHz: SAMPLE_RATE_HZ }),
  };
}
