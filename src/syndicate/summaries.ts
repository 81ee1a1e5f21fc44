import type { Edition } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { PRIVATE_FOLDER, type Store } from '../store/contract.js';
import { type EditionSummary, summarize } from './summary.js';

/** Bump when `EditionSummary` changes, so that old summaries are made anew. */
const CACHE_FORMAT = 1;
export const SUMMARY_CACHE_FILE = `${PRIVATE_FOLDER}/summaries.json`;

interface CachedSummary {
  /** The manifest's version in the store that this was read from. */
  readonly version: string;
  readonly summary: EditionSummary;
}

type Cache = ReadonlyMap<string, CachedSummary>;

/** Summaries of all editions, and the cache file that saves reading the manifests the next time. */
export interface Summaries {
  readonly editions: readonly EditionSummary[];
  readonly cacheContent: string;
}

/**
 * Summaries of all published editions. Manifests are read one at a time, and only those that changed since
 * they were last read.
 *
 * @throws AudioEditionError `bad-manifest` that names the file.
 */
export async function readSummaries(store: Store): Promise<Summaries> {
  const known = await readCache(store);
  const entries: [slug: string, cached: CachedSummary][] = [];
  for await (const { slug, version } of store.editions()) {
    const cached = known.get(slug);
    if (cached?.version === version) entries.push([slug, cached]);
    else entries.push([slug, { version, summary: summarize(await readManifest(store, slug)) }]);
  }
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    editions: entries.map(([, { summary }]) => summary),
    cacheContent: JSON.stringify({ format: CACHE_FORMAT, entries }),
  };
}

/**
 * The manifest of a published edition.
 *
 * @throws AudioEditionError `no-such-edition` (`input`) or `bad-manifest`.
 */
export async function readManifest(store: Store, slug: string): Promise<Edition> {
  const name = `${slug}/edition.json`;
  const bytes = await store.read(name);
  if (bytes === undefined) {
    throw new AudioEditionError(
      `${store.location} has no edition "${slug}"; "audio-edition list" shows those it has.`,
      {
        code: 'no-such-edition',
        stage: 'syndicate',
        fault: 'input',
        data: { slug },
      },
    );
  }
  const edition = parseManifest(Buffer.from(bytes).toString('utf8'));
  if (edition !== undefined && edition.slug === slug) return edition;
  throw new AudioEditionError(
    `${name} in ${store.location} is not the manifest of "${slug}"; build that issue again or remove its folder.`,
    { code: 'bad-manifest', stage: 'syndicate', data: { name } },
  );
}

function parseManifest(text: string): Edition | undefined {
  try {
    const value = JSON.parse(text) as Partial<Edition> | null;
    const isOne =
      value?.schema === 1 && Array.isArray(value.stories) && typeof value.audio?.sha256 === 'string';
    return isOne ? (value as Edition) : undefined;
  } catch {
    return undefined;
  }
}

async function readCache(store: Store): Promise<Cache> {
  const bytes = await store.read(SUMMARY_CACHE_FILE);
  if (bytes === undefined) return new Map();
  try {
    const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as { format?: unknown; entries?: unknown };
    return value.format === CACHE_FORMAT ? new Map(value.entries as [string, CachedSummary][]) : new Map();
  } catch {
    return new Map();
  }
}
