/**
 * Encoded stretches kept by content: `<key>.mp3` holds the frames, `<key>.json` what is known about them. The
 * JSON is written last, so a killed build leaves nothing that looks whole.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from './disk.js';
import type { Measurement } from './mp3-meter.js';
import type { Seam } from './seams.js';

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
  /** Where speech begins and ends; absent from what was kept by earlier versions. */
  readonly seams?: readonly Seam[];
}

/** The content address of anything that JSON can tell. */
export function contentKey(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

/** Where the frames of a key lie, or will. */
export function framesFile(folder: string, key: string): string {
  return path.join(folder, `${key}.mp3`);
}

/** What was kept under the key, or undefined where nothing whole is there. */
export async function readKept(folder: string, key: string): Promise<EncodedFrames | undefined> {
  try {
    const file = framesFile(folder, key);
    const kept = JSON.parse(await readFile(factsFile(folder, key), 'utf8')) as EncodedFrames;
    const whole = (await stat(file)).size === kept.bytes + kept.tailBytes;
    return whole ? { ...kept, file } : undefined;
  } catch {
    return undefined;
  }
}

/** Declares the frames that lie under the key good. @throws AudioEditionError as {@link writeWhole}. */
export async function keep(folder: string, key: string, frames: EncodedFrames): Promise<EncodedFrames> {
  const { file: _file, ...facts } = frames;
  await writeWhole(factsFile(folder, key), (append) => append(JSON.stringify(facts)));
  return frames;
}

function factsFile(folder: string, key: string): string {
  return path.join(folder, `${key}.json`);
}
