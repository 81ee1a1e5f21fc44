/** Measures any sound that ffmpeg reads, mixed to one channel; streamed. */
import type { Ffmpeg } from './ffmpeg.js';
import { createLoudnessMeter } from './loudness.js';
import type { Measurement } from './mp3-meter.js';
import { SAMPLE_RATE_HZ } from './plan.js';
import { createTruePeakMeter } from './true-peak.js';

/** A file, and ffmpeg's name of its container. */
export interface SoundSource {
  readonly file: string;
  readonly demuxer: string;
}

/** A measurement and how long the sound is at the published rate. */
export interface DecodedMeasurement extends Measurement {
  readonly samples: number;
}

/**
 * Filters that mix to one channel at the published rate. Without the limit ffmpeg would add two channels of floats
 * at 0.707 each, which makes equal ones 3 dB louder.
 */
export const TO_ONE_CHANNEL = `aresample=${SAMPLE_RATE_HZ}:rematrix_maxval=1,aformat=sample_fmts=fltp:channel_layouts=mono`;

/** Bounds what a hostile file can cost: a day. */
const MAX_SECONDS = 86_400;

/** Decodes and measures. @throws AudioEditionError those of {@link Ffmpeg.run}. */
export async function measureDecoded(
  ffmpeg: Ffmpeg,
  source: SoundSource,
  signal?: AbortSignal,
): Promise<DecodedMeasurement> {
  const loudness = createLoudnessMeter(SAMPLE_RATE_HZ);
  const truePeak = createTruePeakMeter();
  let samples = 0;
  let rest: Buffer = Buffer.alloc(0);
  await ffmpeg.run({
    inputs: [{ source: source.file, demuxer: source.demuxer, options: ['-vn'] }],
    outputOptions: [...['-map', '0:a:0', '-t', String(MAX_SECONDS), '-af', TO_ONE_CHANNEL, '-f', 'f32le']],
    output: (chunk) => {
      const bytes = Buffer.concat([rest, chunk]);
      const floats = new Float32Array(new Uint8Array(bytes).buffer, 0, bytes.length >> 2);
      rest = bytes.subarray(4 * floats.length);
      samples += floats.length;
      loudness.add(floats);
      truePeak.add(floats);
    },
    ...(signal ? { signal } : {}),
  });
  return { samples, hopEnergies: loudness.hopEnergies, truePeak: truePeak.peak };
}
