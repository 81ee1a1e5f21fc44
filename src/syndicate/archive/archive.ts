import path from 'node:path';
import type { Store } from '../../store/contract.js';
import { readManifestWithoutWords } from './manifest.js';
import { newestFirst } from './newest-first.js';
import { type EditionSummary, summarize } from './summary.js';
import { SummaryCache } from './summary-cache.js';

/** All editions of a show, newest first, as many as there may be: only slugs and dates are in memory. */
export interface Archive {
  readonly editions: readonly EditionHead[];
  /** Summaries of some of `editions`, in the given order. */
  summaries(heads: readonly EditionHead[]): Promise<readonly EditionSummary[]>;
  close(): void;
}

export interface EditionHead {
  readonly slug: string;
  readonly date: string;
}

/** Manifests that are read at the same time. */
const READERS = 8;

/**
 * Opens a store's editions for feed and index. Manifests that changed since the last time are read, several at
 * a time; the others' summaries come from a cache. Only for the holder of the store's lock.
 *
 * @param replaced Slug of an edition that is about to be replaced: it is not among them, and its manifest is not read.
 * @throws AudioEditionError `bad-manifest` that names the edition.
 */
export async function openArchive(store: Store, replaced?: string): Promise<Archive> {
  const cache = await SummaryCache.open(path.join(store.cacheFolder, 'summaries.jsonl'));
  try {
    const heads = await bringUpToDate(cache, store, replaced);
    return {
      editions: newestFirst(heads),
      summaries: (wanted) => Promise.all(wanted.map(({ slug }) => summaryOf(cache, store, slug))),
      close: () => cache.close(),
    };
  } catch (error) {
    cache.close();
    throw error;
  }
}

/** The archive as it will be with an edition that is not published yet. */
export function withEdition(archive: Archive, summary: EditionSummary): Archive {
  const { slug: changed, publishedAt: date } = summary;
  const others = archive.editions.filter(({ slug }) => slug !== changed);
  return {
    editions: newestFirst([...others, { slug: changed, date }]),
    summaries: async (heads) => {
      const found = await archive.summaries(heads.filter(({ slug }) => slug !== changed));
      const bySlug = new Map([...found, summary].map((edition) => [edition.slug, edition]));
      return heads.flatMap(({ slug }) => bySlug.get(slug) ?? []);
    },
    close: () => archive.close(),
  };
}

async function bringUpToDate(
  cache: SummaryCache,
  store: Store,
  replaced: string | undefined,
): Promise<readonly EditionHead[]> {
  const heads: EditionHead[] = [];
  await forEach(store.editions(), READERS, async (edition) => {
    if (edition.slug === replaced) return;
    if (!cache.has(edition)) {
      cache.add(summarize(await readManifestWithoutWords(store, edition.slug)), edition.version);
    }
    heads.push({ slug: edition.slug, date: cache.dateOf(edition.slug) ?? '' });
  });
  cache.flush();
  return heads;
}

/** Works on some items at a time, and takes the next one only when there is room. */
async function forEach<T>(
  items: AsyncIterable<T>,
  atATime: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  for await (const item of items) {
    const run: Promise<void> = work(item).then(() => void running.delete(run));
    // A failure stays in the set and is thrown below; until then it counts as handled.
    run.catch(() => undefined);
    running.add(run);
    if (running.size >= atATime) await Promise.race(running);
  }
  await Promise.all(running);
}

async function summaryOf(cache: SummaryCache, store: Store, slug: string): Promise<EditionSummary> {
  return cache.get(slug) ?? summarize(await readManifestWithoutWords(store, slug));
}
