import type { Notice, Show } from '../edition.js';
import type { OutgoingFile, PublishReport, Store, StoreLock } from '../store/contract.js';
import type { RenderedEdition } from './render-edition.js';
import { renderShow } from './render-show.js';
import { readManifest, readSummaries, SUMMARY_CACHE_FILE } from './summaries.js';
import { summarize } from './summary.js';

/** What belongs to the show and not to an edition; names are paths under `--out`. */
export interface ShowFiles {
  readonly show: Show;
  /** Player, stylesheet, artwork. */
  readonly files: readonly OutgoingFile[];
  /** Artwork's path under `--out`. */
  readonly artwork?: string;
}

export interface Publication {
  readonly notices: readonly Notice[];
  readonly report: PublishReport;
}

/**
 * Publishes an edition together with the show's pages and feed, all or nothing, the feed last.
 *
 * @param sound The files that stitch made, by their names in the edition's folder.
 */
export async function publishEdition(
  store: Store,
  lock: StoreLock,
  rendered: RenderedEdition,
  sound: readonly OutgoingFile[],
  showFiles: ShowFiles,
): Promise<Publication> {
  const { slug } = rendered.edition;
  const inFolder = (file: OutgoingFile) => ({ ...file, name: `${slug}/${file.name}` });
  const others = (await readSummaries(store)).editions.filter((edition) => edition.slug !== slug);
  const shown = renderShow({ ...showFiles, editions: [...others, summarize(rendered.edition)] });
  const report = await lock.publish(
    [...[...sound, ...rendered.files].map(inFolder), ...showFiles.files, ...shown.value],
    await outdatedFiles(store, rendered),
  );
  return { notices: shown.notices, report };
}

/** Writes the show's pages and feed anew from the manifests of its editions. */
export async function rebuildFeed(store: Store, lock: StoreLock, showFiles: ShowFiles): Promise<Publication> {
  const { editions, cacheContent } = await readSummaries(store);
  const shown = renderShow({ ...showFiles, editions });
  const cache = { name: SUMMARY_CACHE_FILE, content: cacheContent };
  const report = await lock.publish([cache, ...showFiles.files, ...shown.value]);
  return { notices: shown.notices, report };
}

/** Files of the edition's former state that it no longer has. */
async function outdatedFiles(store: Store, { edition }: RenderedEdition): Promise<readonly string[]> {
  if ((await store.read(`${edition.slug}/edition.json`)) === undefined) return [];
  const former = await readManifest(store, edition.slug).catch(() => undefined);
  const kept = new Set(edition.files.map((file) => file.name));
  return (former?.files ?? [])
    .filter(({ name }) => !kept.has(name))
    .map(({ name }) => `${edition.slug}/${name}`);
}
