/** A published MP3 that would come out the same is taken over as it is, so that nothing has to be written for it. */
import { link, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { TagFacts } from './id3.js';
import type { EncodedFrames } from './kept-frames.js';
import { mp3Head, type WrittenFile } from './write-mp3.js';

/** An MP3 as it is published; its bytes have just been read and are those of the hash. */
export interface PublishedMp3 extends WrittenFile {
  /** Where it lies on this machine; nobody writes into it. */
  readonly file: string;
}

/**
 * Gives a published file the name `target` too, where {@link writeMp3} would write the same: its tag, and its Info
 * header, which has the number of frames, their bytes and their CRC.
 *
 * @returns undefined where something differs, or where the disk knows no links: then it is to be written.
 */
export async function takeOver(
  { file, bytes, sha256 }: PublishedMp3,
  target: string,
  pieces: readonly EncodedFrames[],
  tag: TagFacts,
): Promise<WrittenFile | undefined> {
  if (!(await beginsWith(file, mp3Head(pieces, tag)))) return undefined;
  await mkdir(path.dirname(target), { recursive: true });
  return link(file, target).then(
    () => ({ bytes, sha256 }),
    () => undefined,
  );
}

async function beginsWith(file: string, head: Buffer): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(head.length), 0, head.length, 0);
    return buffer.equals(head);
  } finally {
    await handle.close();
  }
}
