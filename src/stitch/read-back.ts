/** Reads a finished MP3 again: its Info header and chapters as another program sees them. */
import { open } from 'node:fs/promises';
import NodeID3 from 'node-id3';
import { AudioEditionError } from '../errors.js';
import type { Chapter } from './chapters.js';
import { ID3_HEADER_BYTES, tagBytes } from './id3.js';
import { LAME_TAG_OFFSET } from './info-frame.js';
import { FRAME_SAMPLES, SAMPLE_RATE_HZ } from './plan.js';

/** What a file says of itself. */
export interface Mp3Facts {
  readonly tagBytes: number;
  /** Without the encoder's delay and padding. */
  readonly durationSeconds: number;
  readonly frameCount: number;
  /** Of everything behind the tag, by the header. */
  readonly audioBytes: number;
  readonly chapters: readonly { readonly title: string; readonly startSeconds: number }[];
}

/** Milliseconds are ID3's and MP4's unit, so a chapter read back may be half of one off. */
const TOLERANCE_SECONDS = 0.0011;
const INFO_OFFSET = 36;

/** Reads tag and Info header. @throws AudioEditionError `mp3-unreadable` where there is no Info header. */
export async function readMp3Facts(file: string): Promise<Mp3Facts> {
  const handle = await open(file);
  try {
    const start = Buffer.alloc(ID3_HEADER_BYTES);
    await handle.read(start, 0, start.length, 0);
    const tagLength = tagBytes(start);
    const head = Buffer.alloc(tagLength + LAME_TAG_OFFSET + 36);
    await handle.read(head, 0, head.length, 0);
    const chapters = readChapters(head.subarray(0, tagLength));
    return { tagBytes: tagLength, ...readInfo(head.subarray(tagLength), file), chapters };
  } finally {
    await handle.close();
  }
}

/** Whether the chapters that were read are those that were planned. */
export function sameChapters(
  planned: readonly Chapter[],
  read: readonly { readonly title: string; readonly startSeconds: number }[],
): boolean {
  return (
    planned.length === read.length &&
    planned.every((chapter, index) => {
      const other = read[index];
      const late = Math.abs((other?.startSeconds ?? Number.POSITIVE_INFINITY) - chapter.startSeconds);
      return late <= TOLERANCE_SECONDS && other?.title === chapter.title;
    })
  );
}

function readInfo(frame: Buffer, file: string) {
  const name = frame.toString('latin1', INFO_OFFSET, INFO_OFFSET + 4);
  if (name !== 'Info' && name !== 'Xing') {
    throw new AudioEditionError(
      `"${file}" has no Info header, so it is not an MP3 of ours. Build the edition again.`,
      {
        code: 'mp3-unreadable',
        stage: 'stitch',
      },
    );
  }
  const frameCount = frame.readUInt32BE(INFO_OFFSET + 8);
  const delays = frame.readUIntBE(LAME_TAG_OFFSET + 21, 3);
  const samples = frameCount * FRAME_SAMPLES - (delays >> 12) - (delays & 0xfff);
  return {
    frameCount,
    audioBytes: frame.readUInt32BE(INFO_OFFSET + 12),
    durationSeconds: samples / SAMPLE_RATE_HZ,
  };
}

function readChapters(tag: Buffer): Mp3Facts['chapters'] {
  if (tag.length === 0) return [];
  const chapters = NodeID3.read(tag, { include: ['CHAP'] }).chapter ?? [];
  return chapters
    .map((chapter) => ({ title: chapter.tags?.title ?? '', startSeconds: chapter.startTimeMs / 1000 }))
    .sort((one, other) => one.startSeconds - other.startSeconds);
}
