import type { Store } from '../../store/contract.js';
import { openArchive } from './archive.js';
import { newestFirst } from './newest-first.js';

/** Another edition of the show, to link to. */
export interface Neighbour {
  readonly slug: string;
  readonly title: string;
}

/** The edition that appeared before this one; nothing before the first. Only for the holder of the store's lock. */
export async function editionBefore(
  store: Store,
  { slug, date }: { readonly slug: string; readonly date: string },
): Promise<Neighbour | undefined> {
  const archive = await openArchive(store, slug);
  try {
    const order = newestFirst([...archive.editions, { slug, date }]);
    const before = order[order.findIndex((edition) => edition.slug === slug) + 1];
    const [summary] = before === undefined ? [] : await archive.summaries([before]);
    return summary === undefined ? undefined : { slug: summary.slug, title: summary.title };
  } finally {
    archive.close();
  }
}
