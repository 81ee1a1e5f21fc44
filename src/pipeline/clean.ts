import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { changesOf } from '../edits/draft.js';
import { PRIVATE_FOLDER } from '../store/contract.js';
import { pictureNames } from './build/story-pictures.js';
import { readDraft } from './draft/draft-file.js';
import { type EditionState, readHistory, readState } from './edition-state.js';
import type { PipelineHost } from './host.js';
import { picturesFolderOf, takesFolderOf, withStore } from './workshop.js';

export interface CleanRequest {
  readonly outDir: string;
  readonly olderThanDays: number;
  /** Only tell what would be removed. */
  readonly dryRun?: boolean;
}

export interface CleanReport {
  readonly files: number;
  readonly bytes: number;
}

interface Candidate {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Removes takes, encoded stories and pictures that no edition uses and that are older than so many days. What an edition
 * uses now, or could go back to, stays.
 */
export function clean(request: CleanRequest, host: PipelineHost): Promise<CleanReport> {
  const { outDir } = request;
  return withStore({ outDir, work: 'clean' }, host, async (store) => {
    const used = new Set<string>();
    for await (const { slug } of store.editions()) {
      const states = [...(await readHistory(store, slug)), await readState(store, slug)];
      const chosen = await takesOfDraft(outDir, slug);
      for (const name of [...states.flatMap(namesUsedBy), ...chosen]) used.add(name);
    }
    const beforeMs = host.now().getTime() - request.olderThanDays * 24 * 60 * 60 * 1000;
    const encodedFolder = path.join(outDir, PRIVATE_FOLDER, 'encoded');
    const folders = [takesFolderOf(outDir), encodedFolder, picturesFolderOf(outDir)];
    const old = (await Promise.all(folders.map((folder) => filesOlderThan(folder, beforeMs)))).flat();
    const removable = old.filter(({ file }) => !used.has(path.parse(file).name));
    if (!request.dryRun) for (const { file } of removable) await rm(file, { force: true });
    return { files: removable.length, bytes: removable.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}

function namesUsedBy({ takes, encoded, script }: EditionState): readonly string[] {
  return [...Object.values(takes), ...encoded, ...pictureNames(script)];
}

/** Takes that an editor chose and has not published yet. */
async function takesOfDraft(outDir: string, slug: string): Promise<readonly string[]> {
  const changes = changesOf(await readDraft({ outDir, slug }));
  return changes.flatMap((change) => (change.kind === 'segment' ? (change.set.keptTake?.key ?? []) : []));
}

async function filesOlderThan(folder: string, beforeMs: number): Promise<readonly Candidate[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const stats = await Promise.all(files.map(async (file) => ({ file, ...(await stat(file)) })));
  return stats.filter(({ mtimeMs }) => mtimeMs < beforeMs).map(({ file, size }) => ({ file, bytes: size }));
}
