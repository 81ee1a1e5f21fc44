import { stat } from 'node:fs/promises';
import path from 'node:path';
import { PRIVATE_FOLDER } from '../store/contract.js';

/** Which edition of which folder. */
export interface StampRequest {
  readonly outDir: string;
  /** A slug, exactly; without it the list of all editions. */
  readonly edition?: string;
}

/** Another text whenever what `openPublished` or `listEditions` reads may have changed; cheap to get. */
export async function editionStamp({ outDir, edition }: StampRequest): Promise<string> {
  const own = `${PRIVATE_FOLDER}/editions/${edition}`;
  const names =
    edition === undefined
      ? ['.', 'feed.xml']
      : [`${edition}/edition.json`, `${own}/state.json`, `${own}/edits.json`];
  const marks = await Promise.all(names.map((name) => markOf(path.join(outDir, name))));
  return marks.join(' ');
}

/** An empty list of former states has so many bytes; to read them all only to count them would take long. */
const EMPTY_LIST_BYTES = 2;

/** Whether an edition has a former state that `regenerate` can bring back. */
export async function hasFormerState({ outDir, edition = '' }: StampRequest): Promise<boolean> {
  const file = path.join(outDir, PRIVATE_FOLDER, 'editions', edition, 'former.json');
  const found = await stat(file).catch(() => undefined);
  return (found?.size ?? 0) > EMPTY_LIST_BYTES;
}

async function markOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found === undefined ? '-' : `${found.size}:${found.mtimeMs}:${found.ino}`;
}
