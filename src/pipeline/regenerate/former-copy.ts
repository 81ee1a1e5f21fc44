import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AudioEditionError } from '../../errors.js';
import type { Store } from '../../store/contract.js';
import { rebuildFeed, type ShowFiles } from '../../syndicate/index.js';
import { type OpenedEdition, stateFiles } from '../edition-state.js';
import type { Workshop } from '../workshop.js';
import type { Proof } from './proof.js';

/**
 * The edition's files as they are published, to be compared with and put back: a folder of this machine. There,
 * published files are replaced and never written into, so a second name for each is as good as a copy.
 *
 * @param outDir The folder that the edition lies in; absent where it is kept elsewhere.
 * @throws AudioEditionError `edition-incomplete` (`input`) where a file of it is missing.
 */
export async function keepCopy(
  { slug, edition }: OpenedEdition,
  outDir: string | undefined,
  { store, stagingFolder }: Workshop,
): Promise<string> {
  const copy = path.join(stagingFolder, 'before');
  for (const name of [...edition.files.map((file) => file.name), 'edition.json']) {
    const target = path.join(copy, name);
    await mkdir(path.dirname(target), { recursive: true });
    const isLinked = outDir !== undefined && (await isLinkedTo(path.join(outDir, slug, name), target));
    if (!isLinked) await writeFile(target, await readPublished(store, slug, name));
  }
  return copy;
}

function isLinkedTo(file: string, target: string): Promise<boolean> {
  return link(file, target).then(
    () => true,
    () => false,
  );
}

async function readPublished(store: Store, slug: string, name: string): Promise<Uint8Array> {
  const bytes = await store.read(`${slug}/${name}`);
  if (bytes === undefined) throw incomplete(slug, name);
  return bytes;
}

/**
 * Lends a file of a published edition, as {@link Store.lend} does.
 *
 * @throws AudioEditionError `edition-incomplete` (`input`) where it is missing.
 */
export async function lendPublished<T>(
  store: Store,
  slug: string,
  name: string,
  use: (bytes: Buffer) => T,
): Promise<T> {
  const lent = await store.lend(`${slug}/${name}`, (bytes) => ({ result: use(bytes) }));
  if (lent === undefined) throw incomplete(slug, name);
  return lent.result;
}

function incomplete(slug: string, name: string): AudioEditionError {
  return new AudioEditionError(`"${slug}" has lost its file ${name}; build the issue again.`, {
    code: 'edition-incomplete',
    stage: 'store',
    fault: 'input',
    data: { slug, name },
  });
}

/**
 * Publishes the former edition again, with what it was made from, and the feed that goes with it.
 *
 * @throws AudioEditionError `proof-failed`, always: it says why.
 */
export async function putBack(
  { slug, edition, state, history }: OpenedEdition,
  copy: string,
  { store, lock }: Workshop,
  showFiles: ShowFiles,
  proof: Proof,
): Promise<never> {
  const names = [...edition.files.map(({ name }) => name), 'edition.json'];
  const files = await Promise.all(
    names.map(async (name) => ({ name: `${slug}/${name}`, content: await readFile(path.join(copy, name)) })),
  );
  await lock.publish([...files, ...stateFiles(slug, state, history.slice(0, -1))]);
  await rebuildFeed(store, lock, showFiles);
  throw new AudioEditionError(
    `The new edition was not as it must be (${proof.violations.join('; ')}), so the former one was put back. This is a fault of the program.`,
    { code: 'proof-failed', stage: 'stitch', data: { violations: proof.violations } },
  );
}
