import { readFile } from 'node:fs/promises';

/** A file as text, for settings. */
export function readText(file: string): Promise<string> {
  return readFile(file, 'utf8');
}
