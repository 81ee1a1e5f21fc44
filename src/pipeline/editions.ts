import type { Take } from '../edition.js';
import { TakeStore } from '../speech/takes.js';
import { type ListedEdition, listEditions as listStored } from '../syndicate/index.js';
import { type PipelineHost, storeOf } from './host.js';
import { takesFolderOf } from './workshop.js';

/** All published editions with their stories, newest first. @throws AudioEditionError `bad-manifest`. */
export function listEditions(
  { outDir }: { readonly outDir: string },
  host: PipelineHost,
): Promise<readonly ListedEdition[]> {
  return listStored(storeOf(outDir, host));
}

/** A take that is kept, by its key. */
export function findTake({
  outDir,
  take,
}: {
  readonly outDir: string;
  readonly take: string;
}): Promise<Take | undefined> {
  return new TakeStore(takesFolderOf(outDir)).find(take);
}
