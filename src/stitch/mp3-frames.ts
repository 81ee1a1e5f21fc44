/** MP3 frames as ffmpeg's libmp3lame writes them: MPEG-1 layer III, 44.1 kHz, a constant rate, no CRC. */

/** Bytes of a frame's header. */
export const HEADER_BYTES = 4;
/** Bytes of side information behind the header: ISO/IEC 11172-3, 2.4.1.7. */
export const MONO_SIDE_BYTES = 17;
export const STEREO_SIDE_BYTES = 32;
/** What a published frame's rate is: joint stereo, side channel empty. */
export const STEREO_KBPS = 96;

const BYTES_PER_FRAME_AND_KBPS = 144_000 / 44_100;
/** Bit rates of MPEG-1 layer III by the header's index. */
const KBPS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320] as const;

/** Cuts a stream of frames that comes in any portions. */
export interface FrameSplitter {
  /**
   * The frames that have become whole.
   * @throws RangeError where no frame starts.
   */
  push(chunk: Buffer): Buffer[];
}

/** A splitter at the start of a stream, which must be a frame's. */
export function createFrameSplitter(): FrameSplitter {
  let rest: Buffer = Buffer.alloc(0);
  return {
    push(chunk) {
      const stream = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const [first = 0, ...ends] = frameStarts(stream, 0);
      rest = stream.subarray(ends.at(-1) ?? first);
      return ends.map((end, index) => stream.subarray(ends[index - 1] ?? first, end));
    },
  };
}

/**
 * Where the frames of a whole stream begin, from `at` on, and last where the last one ends.
 * @throws RangeError where no frame starts.
 */
export function frameStarts(stream: Buffer, at: number): number[] {
  const starts = [at];
  for (let end = at; end + HEADER_BYTES <= stream.length; ) {
    end += frameBytes(stream, end);
    if (end > stream.length) break;
    starts.push(end);
  }
  return starts;
}

/** Length of the frame whose header lies at `at`. */
function frameBytes(stream: Buffer, at: number): number {
  const length = FRAME_BYTES[stream[at + 2] as number] as number;
  const isHeader = stream[at] === 0xff && ((stream[at + 1] as number) & 0xfe) === 0xfa;
  if (!isHeader || length === 0) throw new RangeError(`No MPEG-1 layer III frame at byte ${at}.`);
  return length;
}

/** By the header's third byte, which has the rate and the padding; 0 where it names no rate. */
const FRAME_BYTES = Array.from({ length: 256 }, (_, third) => {
  const rate = KBPS[third >> 4] ?? 0;
  return rate === 0 ? 0 : Math.floor(BYTES_PER_FRAME_AND_KBPS * rate) + ((third >> 1) & 1);
});

/**
 * Frame number `index` of a stretch at {@link STEREO_KBPS}, in joint stereo, saying nothing yet. Its length
 * follows from its number, so that the rate is constant and the bytes depend on nothing else.
 */
export function emptyStereoFrame(index: number): Buffer {
  const boundary = (number: number) => Math.floor(number * BYTES_PER_FRAME_AND_KBPS * STEREO_KBPS);
  const frame = Buffer.alloc(boundary(index + 1) - boundary(index));
  const padding = frame.length - boundary(1);
  // Sync, MPEG-1 layer III without CRC; rate, 44.1 kHz, padding; joint stereo with M/S on; original.
  frame.set([0xff, 0xfb, (KBPS.indexOf(STEREO_KBPS) << 4) | (padding << 1), 0x64]);
  return frame;
}
