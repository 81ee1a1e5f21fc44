import { statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type LockRequest,
  PRIVATE_FOLDER,
  type Store,
  type StoredEdition,
  type StoredFile,
  type StoreLock,
} from '../contract.js';
import { checkName } from '../names.js';
import { fileLender } from './lent-file.js';
import { acquireLock } from './lock.js';
import { ensureOutputFolder } from './output-folder.js';
import { finishPublication, publishFiles } from './publication.js';

/** A store in a folder of this machine. Nothing is made before the lock is taken. */
export function openDiskStore(directory: string): Store {
  const lendFile = fileLender();
  return {
    location: directory,
    cacheFolder: path.join(directory, PRIVATE_FOLDER),
    read: (name) => ifThere(directory, name, (file) => readFile(file)),
    lend: (name, use) => ifThere(directory, name, (file) => lendFile(file, use)),
    editions: () => findEditions(directory),
    list: (folder) => listFiles(directory, folder),
    lock: (request) => lockFolder(directory, request),
  };
}

async function lockFolder(directory: string, request: LockRequest): Promise<StoreLock> {
  await ensureOutputFolder(directory);
  const release = await acquireLock(path.join(directory, PRIVATE_FOLDER, 'lock'), request);
  try {
    await finishPublication(directory);
  } catch (error) {
    await release();
    throw error;
  }
  return { publish: (files, removals = []) => publishFiles(directory, files, removals), release };
}

async function ifThere<T>(
  directory: string,
  name: string,
  read: (file: string) => T | Promise<T>,
): Promise<T | undefined> {
  checkName(name);
  try {
    return await read(path.join(directory, name));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function* findEditions(directory: string): AsyncGenerator<StoredEdition> {
  for (const entry of await entriesOf(directory)) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    // Without waiting: ten thousand waits take longer than ten thousand answers.
    const manifest = statSync(path.join(directory, entry.name, 'edition.json'), { throwIfNoEntry: false });
    if (manifest?.isFile() !== true) continue;
    const { size, mtimeMs, ino } = manifest;
    yield { slug: entry.name, version: `${size}-${mtimeMs}-${ino}` };
  }
}

async function* listFiles(directory: string, folder: string): AsyncGenerator<StoredFile> {
  for (const entry of await entriesOf(path.join(directory, folder))) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* listFiles(directory, name);
    else if (entry.isFile()) yield { name, bytes: (await stat(path.join(directory, name))).size };
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
