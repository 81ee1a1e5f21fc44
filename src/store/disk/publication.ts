import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AudioEditionError, messageOf } from '../../errors.js';
import { type LocalFile, type OutgoingFile, PRIVATE_FOLDER, type PublishReport } from '../contract.js';
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
  files: readonly OutgoingFile[],
  removals: readonly string[],
): Promise<PublishReport> {
  for (const name of [...files.map((file) => file.name), ...removals]) checkName(name);
  const changed: OutgoingFile[] = [];
  for (const file of files) if (!(await isPublished(directory, file))) changed.push(file);
  const gone = await existing(directory, removals);
  const written = changed.map((file) => file.name);
  if (changed.length > 0 || gone.length > 0) {
    await stage(directory, changed, { moves: written, removals: gone });
    await finishPublication(directory);
  }
  const unchanged = files.map((file) => file.name).filter((name) => !written.includes(name));
  return { written, unchanged, removed: gone };
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

async function stage(directory: string, files: readonly OutgoingFile[], journal: Journal): Promise<void> {
  const staging = stagingFolder(directory);
  try {
    await rm(staging, { recursive: true, force: true });
    for (const { name, content } of files) await writeDurably(path.join(staging, 'files', name), content);
    await writeDurably(path.join(staging, 'journal.draft'), JSON.stringify(journal));
    await rename(path.join(staging, 'journal.draft'), path.join(staging, 'journal.json'));
  } catch (cause) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw new AudioEditionError(
      `Nothing was published: writing into ${directory} failed (${messageOf(cause)}); make room or mend the folder and try again.`,
      { code: 'publish-failed', stage: 'store', cause, data: { directory } },
    );
  }
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

async function writeDurably(target: string, content: OutgoingFile['content']): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  if (isLocal(content)) await copyFile(content.file, target, constants.COPYFILE_FICLONE);
  else await writeFile(target, content);
  const handle = await open(target, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isPublished(directory: string, { name, content }: OutgoingFile): Promise<boolean> {
  const target = path.join(directory, name);
  const bytes = isLocal(content) ? content.bytes : Buffer.byteLength(content);
  const there = await stat(target).catch(() => undefined);
  if (there?.isFile() !== true || there.size !== bytes) return false;
  if (isLocal(content)) return (await sha256OfFile(target)) === content.sha256;
  return (await readFile(target)).equals(Buffer.from(content as string));
}

/** SHA-256 of a file of any size, in hexadecimal. */
export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

async function existing(directory: string, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
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
