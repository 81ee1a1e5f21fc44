import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AudioEditionError, messageOf } from '../../errors.js';
import { PRIVATE_FOLDER } from '../contract.js';

/**
 * Makes the output folder and its private folder where they are missing, and makes sure that both can be
 * written.
 *
 * @throws AudioEditionError (`input`) that says why the folder can't be used.
 */
export async function ensureOutputFolder(directory: string): Promise<void> {
  try {
    for (const folder of [directory, path.join(directory, PRIVATE_FOLDER)]) {
      await makeFolder(folder);
      await access(folder, constants.W_OK);
    }
  } catch (cause) {
    throw new AudioEditionError(
      `The output folder ${directory} can't be written (${messageOf(cause)}); choose another one with --out.`,
      { code: 'output-not-writable', stage: 'store', fault: 'input', cause, data: { directory } },
    );
  }
}

/**
 * Step by step instead of `mkdir` with `recursive`, which never returns where a file system refuses to make
 * folders with "no such file" (`/proc/x` on Node 20).
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const parent = path.dirname(folder);
    if (code === 'ENOENT' && parent !== folder && !(await exists(parent))) {
      await makeFolder(parent);
      await mkdir(folder);
    } else if (code !== 'EEXIST' || !(await stat(folder)).isDirectory()) {
      throw error;
    }
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
