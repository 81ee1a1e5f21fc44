import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Draft, NO_DRAFT, parseDraft } from '../../edits/draft.js';
import { PRIVATE_FOLDER } from '../../store/contract.js';

/** Whose draft. */
export interface DraftPlace {
  readonly outDir: string;
  /** Slug of the edition. */
  readonly slug: string;
}

/**
 * What is changed in an edition and not published.
 *
 * @throws AudioEditionError `bad-draft` (`input`).
 */
export async function readDraft(place: DraftPlace): Promise<Draft> {
  const file = fileOf(place);
  const text = await readFile(file, 'utf8').catch(whereMissing);
  return text === undefined ? NO_DRAFT : parseDraft(text, file);
}

/** Keeps a draft, whole or not at all. */
export async function writeDraft(place: DraftPlace, draft: Draft): Promise<void> {
  const file = fileOf(place);
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx');
  try {
    await handle.writeFile(`${JSON.stringify(draft, undefined, 2)}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
}

function fileOf({ outDir, slug }: DraftPlace): string {
  return path.join(outDir, PRIVATE_FOLDER, 'editions', slug, 'draft.json');
}

function whereMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
