/**
 * Encoded stories kept by content: `<key>.mp3` holds the frames, `<key>.json` what is known about them. The JSON
 * is written last and each by renaming, so a killed build leaves nothing that looks whole.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Measurement } from './mp3-meter.js';

/** A stretch of joint stereo MP3 that can be joined to others by copying. */
export interface EncodedFrames {
  /** All frames, with one more than `frameCount` for whoever ends a file here. */
  readonly file: string;
  readonly frameCount: number;
  /** Bytes of the first `frameCount` frames, and of the one that follows. */
  readonly bytes: number;
  readonly tailBytes: number;
  /** CRC-16 of the same two stretches. */
  readonly crc: number;
  readonly tailCrc: number;
  readonly measurement: Measurement;
}

/** The content address of anything that JSON can tell. */
export function contentKey(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

/** What was kept under the key, or undefined where nothing whole is there. */
export async function readKept(folder: string, key: string): Promise<EncodedFrames | undefined> {
  try {
    const kept = JSON.parse(await readFile(path.join(folder, `${key}.json`), 'utf8')) as Omit<
      EncodedFrames,
      'file'
    >;
    const file = path.join(folder, `${key}.mp3`);
    const whole = (await stat(file)).size === kept.bytes + kept.tailBytes;
    return whole ? { ...kept, file } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps frames and what is known about them. */
export async function keep(
  folder: string,
  key: string,
  frames: Buffer,
  facts: Omit<EncodedFrames, 'file'>,
): Promise<EncodedFrames> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${key}.mp3`);
  await writeByRenaming(file, frames);
  await writeByRenaming(path.join(folder, `${key}.json`), JSON.stringify(facts));
  return { ...facts, file };
}

async function writeByRenaming(file: string, content: Buffer | string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}
