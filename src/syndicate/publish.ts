import type { Notice, Show } from '../edition.js';
import type { OutgoingFile, PublishReport, Store, StoreLock } from '../store/contract.js';
import { type Archive, openArchive, withEdition } from './archive/archive.js';
import { formerEdition } from './archive/manifest.js';
import { summarize } from './archive/summary.js';
import type { Artwork } from './artwork.js';
import { FEED_PAGE_EDITIONS, feedName } from './feed/feed.js';
import { INDEX_PAGE_EDITIONS, indexName } from './pages/index-page.js';
import type { RenderedEdition } from './render-edition.js';
import { renderShow } from './render-show.js';
import { showNotices } from './show-notices.js';
import { identify, showFilesState, showState } from './show-state.js';

/** What belongs to the show and not to an edition; names are paths under `--out`. */
export interface ShowFiles {
  readonly show: Show;
  /** Player, stylesheet, artwork. */
  readonly files: readonly OutgoingFile[];
  /** Which of the files is the artwork. */
  readonly artwork?: Artwork;
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
  const files = [...sound, ...rendered.files].map((file) => ({ ...file, name: `${slug}/${file.name}` }));
  const outdated = await outdatedFiles(store, rendered);
  const archive = await openArchive(store, slug);
  try {
    return await publishShow(
      store,
      lock,
      withEdition(archive, summarize(rendered.edition)),
      showFiles,
      files,
      outdated,
    );
  } finally {
    archive.close();
  }
}

/**
 * Writes the show's pages and feed anew from the manifests of its editions; nothing is patched.
 *
 * @param showFiles May still be on their way: the manifests are read meanwhile.
 */
export async function rebuildFeed(
  store: Store,
  lock: StoreLock,
  showFiles: ShowFiles | Promise<ShowFiles>,
): Promise<Publication> {
  const [archive, show] = await Promise.allSettled([openArchive(store), showFiles]);
  if (archive.status === 'rejected') throw archive.reason;
  try {
    if (show.status === 'rejected') throw show.reason;
    return await publishShow(store, lock, archive.value, show.value, [], []);
  } finally {
    archive.value.close();
  }
}

async function publishShow(
  store: Store,
  lock: StoreLock,
  archive: Archive,
  { show, files, artwork }: ShowFiles,
  editionFiles: readonly OutgoingFile[],
  outdated: readonly string[],
): Promise<Publication> {
  const identified = await identify(show, store);
  const rendered = renderShow({ show: identified, archive, ...(artwork === undefined ? {} : { artwork }) });
  const all = async function* (): AsyncGenerator<OutgoingFile> {
    yield* editionFiles;
    yield* files;
    yield showState(identified);
    yield showFilesState(files);
    yield* rendered;
  };
  const removals = [...outdated, ...(await surplusPages(store, archive.editions.length))];
  return { report: await lock.publish(all(), removals), notices: showNotices(show, artwork) };
}

/** Pages of feed and index that there were when the show had more editions. */
async function surplusPages(store: Store, total: number): Promise<readonly string[]> {
  const surplus: string[] = [];
  for (const [nameOf, size] of [
    [feedName, FEED_PAGE_EDITIONS],
    [indexName, INDEX_PAGE_EDITIONS],
  ] as const) {
    let page = Math.max(1, Math.ceil(total / size)) + 1;
    for (; (await store.read(nameOf(page))) !== undefined; page++) surplus.push(nameOf(page));
  }
  return surplus;
}

/** Files of the edition's former state that it no longer has. */
async function outdatedFiles(store: Store, { edition }: RenderedEdition): Promise<readonly string[]> {
  const former = await formerEdition(store, edition.slug);
  const kept = new Set(edition.files.map((file) => file.name));
  return (former?.files ?? [])
    .filter(({ name }) => !kept.has(name))
    .map(({ name }) => `${edition.slug}/${name}`);
}
