import { copyFile, link, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AudioEditionError } from '../../errors.js';
import { rebuildFeed, type ShowFiles } from '../../syndicate/index.js';
import { type OpenedEdition, stateFiles } from '../edition-state.js';
import type { Workshop } from '../workshop.js';
import type { Proof } from './proof.js';

/**
 * The edition's files as they are published, to be compared with and put back. Published files are replaced and
 * never written into, so a second name for each is as good as a copy.
 */
export async function keepCopy(
  { slug }: OpenedEdition,
  outDir: string,
  { stagingFolder }: Workshop,
): Promise<string> {
  const copy = path.join(stagingFolder, 'before');
  const published = path.join(outDir, slug);
  await mkdir(copy, { recursive: true });
  for (const entry of await readdir(published, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const target = path.join(copy, path.relative(published, file));
    if (entry.isDirectory()) await mkdir(target, { recursive: true });
    else if (entry.isFile()) await link(file, target).catch(() => copyFile(file, target));
  }
  return copy;
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
