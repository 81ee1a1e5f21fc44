import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The studio's own corner of an output folder; never served. */
export function privatePath(outDir: string, ...names: readonly string[]): string {
  return path.join(outDir, '.audio-edition', 'studio', ...names);
}

/** Writes JSON whole or not at all. */
export async function keepJson(file: string, value: unknown): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  await writeFile(temporary, `${JSON.stringify(value, undefined, 2)}\n`, { flag: 'wx' });
  await rename(temporary, file).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
}

/** What was kept; nothing where it is missing or can't be read, since it can be made again. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
