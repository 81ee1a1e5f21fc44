/** Writing files so that only whole ones are ever seen, and saying plainly what a disk refuses. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AudioEditionError, messageOf } from '../errors.js';

const TEMPORARY = '.tmp';

/** Takes a file's bytes one behind the other. */
export type Append = (bytes: Buffer | string) => Promise<void>;

/**
 * Writes `target` through a temporary neighbour, which takes its name when `write` is done and is removed when
 * it fails.
 * @throws AudioEditionError `disk-full`, `stitch-write-failed`; whatever `write` throws.
 */
export async function writeWhole<T>(target: string, write: (append: Append) => Promise<T>): Promise<T> {
  const temporary = temporaryName(target);
  const file = await guarded(target, async () => {
    await mkdir(path.dirname(target), { recursive: true });
    return open(temporary, 'w');
  });
  try {
    const result = await write((bytes) => guarded(target, () => file.writeFile(bytes)));
    await guarded(target, () => file.close());
    await guarded(target, () => rename(temporary, target));
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await removeQuietly(temporary);
    throw error;
  }
}

/** Reads from a file's beginning, or from where the last reading ended, until `into` is full or the file ends. @returns bytes read. */
export async function readInto(into: Buffer, handle: FileHandle): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** A neighbour's name that {@link removeLeftovers} knows. */
export function temporaryName(target: string): string {
  return `${target}.${randomUUID()}${TEMPORARY}`;
}

/** Removes a file that may not be there. */
export async function removeQuietly(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}

/** Removes what a killed program left in `folder`: temporary files older than an hour, which nobody writes any more. */
export async function removeLeftovers(folder: string, nowMs: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(TEMPORARY))) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && nowMs - found.mtimeMs > 3_600_000) await rm(file, { force: true });
  }
}

async function guarded<T>(target: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw refused(target, cause);
  }
}

/** What the disk said, in plain words. */
function refused(target: string, cause: unknown): AudioEditionError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new AudioEditionError(
    full
      ? `The disk is full: "${target}" could not be written. Make room and run the same command again.`
      : `"${target}" could not be written: ${messageOf(cause)}.`,
    { code: full ? 'disk-full' : 'stitch-write-failed', stage: 'stitch', cause },
  );
}
