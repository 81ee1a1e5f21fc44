/** Sound → frames on disk, measured on the way: streamed, so that memory does not grow with the length. */
import { writeWhole } from './disk.js';
import type { Ffmpeg, FfmpegInput } from './ffmpeg.js';
import { crc16 } from './info-frame.js';
import { createJointStereoConverter, MONO_KBPS } from './joint-stereo.js';
import type { EncodedFrames } from './kept-frames.js';
import { createFrameSplitter } from './mp3-frames.js';
import { type Measurement, type OpenFrameMeter, openFrameMeter } from './mp3-meter.js';
import { SAMPLE_RATE_HZ } from './plan.js';

export interface FramesOrder {
  /** Sound at any rate, together a little longer than `frameCount` frames. */
  readonly inputs: readonly FfmpegInput[];
  /** ffmpeg's filters from the inputs to `[out]`; without them the only input is taken as it is. */
  readonly filterGraph?: string | undefined;
  readonly frameCount: number;
  /** Samples at which speech begins or ends, ascending: what is heard there is measured. */
  readonly seamPlaces?: readonly number[];
  /** Where the frames shall lie. */
  readonly file: string;
  /** Where long stretches are measured; short ones are measured here. */
  readonly openMeter?: OpenFrameMeter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A constant rate, because then every player seeks to the exact frame; LAME's quality 7, because at 80 kbit/s a
 * single voice needs no noise shaping and takes 3.5 s instead of 6.2 s for 25 minutes. No Info frame and no
 * tag: they would stand in the middle of the episode.
 */
const MONO_MP3_OPTIONS = [
  ['-ar', String(SAMPLE_RATE_HZ), '-ac', '1', '-c:a', 'libmp3lame', '-b:a', `${MONO_KBPS}k`],
  ['-compression_level', '7', '-write_xing', '0', '-id3v2_version', '0', '-f', 'mp3'],
].flat();

/** Frames that are measured and written at once: 2.6 s of sound, 30 KB. */
const PORTION_FRAMES = 100;

/** 20 s of sound are measured before another thread would have started. */
const LEAST_FRAMES_ELSEWHERE = 766;

/**
 * Encodes `frameCount` frames and one more, in joint stereo with equal channels.
 * @throws AudioEditionError those of {@link Ffmpeg.run} and {@link writeWhole}.
 */
export async function encodeFrames(ffmpeg: Ffmpeg, order: FramesOrder): Promise<EncodedFrames> {
  const meter = await meterFor(order);
  try {
    return await writeWhole(order.file, async (append) => {
      const splitter = createFrameSplitter();
      const converter = createJointStereoConverter();
      const tally = new FrameTally(order.frameCount);
      let waiting: Buffer[] = [];
      let left = order.frameCount + 1;
      const pass = async (atLeast: number) => {
        if (waiting.length < atLeast) return;
        await meter.add(Buffer.concat(waiting));
        const frames = converter.push(waiting);
        if (atLeast === 0) frames.push(...converter.end());
        waiting = [];
        tally.add(frames);
        await append(Buffer.concat(frames));
      };
      await ffmpeg.run({
        inputs: order.inputs,
        outputOptions: [...filterOptions(order.filterGraph), ...MONO_MP3_OPTIONS],
        output: (chunk) => {
          const frames = splitter.push(chunk).slice(0, left);
          left -= frames.length;
          waiting.push(...frames);
          return pass(PORTION_FRAMES);
        },
        ...(order.signal ? { signal: order.signal } : {}),
      });
      await pass(0);
      const { seams, measurement } = await meter.result();
      return { ...tally.facts, file: order.file, measurement: rounded(measurement), seams };
    });
  } finally {
    meter.free();
  }
}

function meterFor({ frameCount, openMeter, seamPlaces }: FramesOrder) {
  const open = frameCount < LEAST_FRAMES_ELSEWHERE ? openFrameMeter : (openMeter ?? openFrameMeter);
  return open(seamPlaces);
}

function filterOptions(graph: string | undefined): string[] {
  return graph === undefined ? [] : ['-filter_complex', graph, '-map', '[out]'];
}

/** Counts bytes and CRC of the first frames, and of those behind them. */
class FrameTally {
  private counted = 0;
  private readonly body = { bytes: 0, crc: 0 };
  private readonly tail = { bytes: 0, crc: 0 };

  constructor(private readonly frameCount: number) {}

  add(frames: readonly Buffer[]): void {
    for (const frame of frames) {
      const part = this.counted < this.frameCount ? this.body : this.tail;
      part.bytes += frame.length;
      part.crc = crc16(frame, part.crc);
      this.counted += 1;
    }
  }

  get facts() {
    return {
      frameCount: this.frameCount,
      bytes: this.body.bytes,
      tailBytes: this.tail.bytes,
      crc: this.body.crc,
      tailCrc: this.tail.crc,
    };
  }
}

/** Six digits are exact to 0.00001 LU and keep the kept files small. */
function rounded(measurement: Measurement): Measurement {
  return {
    ...measurement,
    hopEnergies: measurement.hopEnergies.map((value) => Number(value.toPrecision(6))),
  };
}
