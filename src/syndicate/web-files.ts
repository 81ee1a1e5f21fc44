import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AudioEditionError } from '../errors.js';
import type { OutgoingFile } from '../store/contract.js';

/** Built file → where it is published under `--out`. */
const WEB_FILES: readonly (readonly [built: string, published: string])[] = [
  ['player/audio-edition.js', 'player/audio-edition.js'],
  ['player/audio-edition.classic.js', 'player/audio-edition.classic.js'],
  ['page/page.js', 'player/page.js'],
  ['theme/theme.css', 'player/theme.css'],
];

/**
 * The player and the stylesheet, as they are published with every show.
 *
 * @param folder `dist/web`, where the build has put them.
 */
export async function readWebFiles(folder: string): Promise<readonly OutgoingFile[]> {
  return Promise.all(
    WEB_FILES.map(async ([built, name]) => ({ name, content: await readBuilt(path.join(folder, built)) })),
  );
}

async function readBuilt(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new AudioEditionError(`${file} is missing; run "npm run build" or install the package anew.`, {
      code: 'player-missing',
      stage: 'syndicate',
      cause,
      data: { file },
    });
  }
}
