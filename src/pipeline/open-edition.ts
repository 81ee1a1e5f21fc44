import type { Store } from '../store/contract.js';
import { openDiskStore } from '../store/disk/disk-store.js';
import { readManifest } from '../syndicate/index.js';
import {
  type OpenedEdition,
  type PublishedEdition,
  readEdits,
  readHistory,
  readState,
} from './edition-state.js';
import { findEdition } from './find-by-name.js';

export interface EditionRequest {
  readonly outDir: string;
  /** A slug, a unique beginning of one, or `latest`. */
  readonly edition: string;
}

/**
 * Opens a published edition: its manifest, what it was made from with the edits as they stand now, and its
 * former states.
 *
 * @throws AudioEditionError (`input`) that lists the choices where the name is unknown or ambiguous, and where
 *   the edition was not built here.
 */
export async function openEdition(
  request: EditionRequest,
  store: Store = openDiskStore(request.outDir),
): Promise<OpenedEdition> {
  const published = await openPublished(request, store);
  const former = await readHistory(store, published.slug);
  return { ...published, history: [...former, published.state] };
}

/** The same without the former states, which can be many times as large. @throws as {@link openEdition}. */
export async function openPublished(
  { outDir, edition: name }: EditionRequest,
  store: Store = openDiskStore(outDir),
): Promise<PublishedEdition> {
  const slug = await findEdition(store, name);
  const edition = await readManifest(store, slug);
  const state = { ...(await readState(store, slug)), edits: await readEdits(store, slug) };
  return { slug, edition, state };
}
