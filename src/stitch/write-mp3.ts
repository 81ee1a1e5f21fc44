/** Kept frames → an MP3 file with its tag and Info header, by copying. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { readInto, writeWhole } from './disk.js';
import { id3Tag, type TagFacts } from './id3.js';
import { infoFrame, joinCrc16 } from './info-frame.js';
import type { EncodedFrames } from './kept-frames.js';
import { FRAME_SAMPLES } from './plan.js';

const COPY_BYTES = 1 << 20;

/** A file that was written. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Tag, Info header, the pieces' frames, and the last piece's tail; streamed, so that memory stays flat.
 * @throws AudioEditionError as {@link writeWhole}; the signal's reason.
 */
export function writeMp3(
  target: string,
  pieces: readonly EncodedFrames[],
  tag: TagFacts,
  signal?: AbortSignal,
): Promise<WrittenFile> {
  return writeWhole(target, async (append) => {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of mp3Chunks(pieces, tag)) {
      signal?.throwIfAborted();
      hash.update(chunk);
      bytes += chunk.length;
      await append(chunk);
    }
    return { bytes, sha256: hash.digest('hex') };
  });
}

/** Each is good until the next is asked for: all pieces are read into the same memory. */
async function* mp3Chunks(pieces: readonly EncodedFrames[], tag: TagFacts): AsyncGenerator<Buffer> {
  yield mp3Head(pieces, tag);
  const memory = Buffer.allocUnsafeSlow(COPY_BYTES);
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    yield* portionsOf(piece.file, piece.bytes + (isLast ? piece.tailBytes : 0), memory);
  }
}

async function* portionsOf(file: string, bytes: number, memory: Buffer): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    for (let left = bytes; left > 0; ) {
      const filled = await readInto(memory.subarray(0, left), handle);
      if (filled === 0) return;
      left -= filled;
      yield memory.subarray(0, filled);
    }
  } finally {
    await handle.close();
  }
}

/** What stands before the first frame that is heard: the tag, and the Info header with count, bytes and CRC of all frames. */
export function mp3Head(pieces: readonly EncodedFrames[], tag: TagFacts): Buffer {
  return Buffer.concat([id3Tag(tag), headerOf(pieces)]);
}

function headerOf(pieces: readonly EncodedFrames[]): Buffer {
  const last = pieces.at(-1) as EncodedFrames;
  const frameCount = pieces.reduce((sum, piece) => sum + piece.frameCount, 0);
  const crc = pieces.reduce((sum, piece) => joinCrc16(sum, piece.crc, piece.bytes), 0);
  return infoFrame({
    frameCount: frameCount + 1,
    frameBytes: pieces.reduce((sum, piece) => sum + piece.bytes, last.tailBytes),
    samples: frameCount * FRAME_SAMPLES,
    crc: joinCrc16(crc, last.tailCrc, last.tailBytes),
  });
}
