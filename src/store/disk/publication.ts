import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';
import { AudioEditionError, messageOf } from '../../errors.js';
import {
  type LocalFile,
  type OutgoingFile,
  type OutgoingFiles,
  PRIVATE_FOLDER,
  type PublishReport,
} from '../contract.js';
import { checkName } from '../names.js';

/** What a publication is going to do; once it lies there, the publication is decided. */
interface Journal {
  readonly moves: readonly string[];
  readonly removals: readonly string[];
}

/**
 * Publishes files in one step: all are written beside, then a journal decides, then they are moved into
 * place one by one. Before the journal a crash changes nothing; after it `finishPublication` completes the rest.
 */
export async function publishFiles(
  directory: string,
  files: OutgoingFiles,
  removals: readonly string[],
): Promise<PublishReport> {
  const staging = stagingFolder(directory);
  try {
    await rm(staging, { recursive: true, force: true });
    const { written, unchanged } = await stageChanged(directory, files);
    const removed = await existing(directory, removals);
    if (written.length + removed.length > 0) await decide(staging, { moves: written, removals: removed });
    await finishPublication(directory);
    return { written, unchanged, removed };
  } catch (cause) {
    throw cause instanceof AudioEditionError ? cause : notPublished(directory, cause);
  }
}

/** Completes a publication that was decided but not finished, and clears away one that was not decided. */
export async function finishPublication(directory: string): Promise<void> {
  const staging = stagingFolder(directory);
  const journal = await readJournal(staging);
  if (journal !== undefined) {
    await moveIntoPlace(directory, journal.moves);
    for (const name of journal.removals) await rm(path.join(directory, name), { force: true });
  }
  await rm(staging, { recursive: true, force: true });
}

/** Files that are brought to the disk at the same time: one after the other each would wait for the disk's turn. */
const SYNCS = 8;

/** Writes the files beside whose bytes are not there yet, and makes sure that they have reached the disk. */
async function stageChanged(
  directory: string,
  files: OutgoingFiles,
): Promise<Omit<PublishReport, 'removed'>> {
  const staged = path.join(stagingFolder(directory), 'files');
  const written: string[] = [];
  const unchanged: string[] = [];
  const limit = pLimit(SYNCS);
  const syncs: Promise<void>[] = [];
  for await (const file of files) {
    checkName(file.name);
    if (await isPublished(directory, file)) {
      unchanged.push(file.name);
    } else {
      const target = path.join(staged, file.name);
      await writeBeside(target, file.content);
      written.push(file.name);
      // The sound, which takes longest, is on its way while the pages are written.
      const synced = limit(() => sync(target));
      synced.catch(() => undefined);
      syncs.push(synced);
    }
  }
  await Promise.all(syncs);
  return { written, unchanged };
}

async function decide(staging: string, journal: Journal): Promise<void> {
  const draft = path.join(staging, 'journal.draft');
  await writeBeside(draft, JSON.stringify(journal));
  await sync(draft);
  await rename(draft, path.join(staging, 'journal.json'));
}

function notPublished(directory: string, cause: unknown): AudioEditionError {
  return new AudioEditionError(
    `Publishing into ${directory} failed (${messageOf(cause)}); what stood there is untouched or will be completed by the next run: make room or mend the folder and try again.`,
    { code: 'publish-failed', stage: 'store', cause, data: { directory } },
  );
}

/** A folder that is new moves as a whole; in one that exists, files replace files one by one. */
async function moveIntoPlace(directory: string, names: readonly string[]): Promise<void> {
  const staged = path.join(stagingFolder(directory), 'files');
  for (const name of names) {
    const top = name.split('/')[0] ?? name;
    if (top !== name && !(await exists(path.join(directory, top)))) {
      await rename(path.join(staged, top), path.join(directory, top));
    } else if (await exists(path.join(staged, name))) {
      await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
      await rename(path.join(staged, name), path.join(directory, name));
    }
  }
}

async function writeBeside(target: string, content: OutgoingFile['content']): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  if (isLocal(content)) await copyFile(content.file, target, constants.COPYFILE_FICLONE);
  else await writeFile(target, content);
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isPublished(directory: string, { name, content }: OutgoingFile): Promise<boolean> {
  const target = path.join(directory, name);
  const bytes = isLocal(content) ? content.bytes : Buffer.byteLength(content);
  const there = await stat(target, { bigint: true }).catch(() => undefined);
  if (there?.isFile() !== true || Number(there.size) !== bytes) return false;
  if (!isLocal(content)) return (await readFile(target)).equals(Buffer.from(content as string));
  const own = await stat(content.file, { bigint: true });
  // Two names of one file need not be read to be compared.
  if (own.ino === there.ino && own.dev === there.dev) return true;
  return (await sha256OfFile(target)) === content.sha256;
}

/** SHA-256 of a file of any size, in hexadecimal. */
async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function existing(directory: string, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  names.forEach(checkName);
  for (const name of names) if (await exists(path.join(directory, name))) found.push(name);
  return found;
}

async function readJournal(staging: string): Promise<Journal | undefined> {
  const text = await readFile(path.join(staging, 'journal.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Journal);
}

function isLocal(content: OutgoingFile['content']): content is LocalFile {
  return typeof content === 'object' && 'file' in content;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function stagingFolder(directory: string): string {
  return path.join(directory, PRIVATE_FOLDER, 'publishing');
}
