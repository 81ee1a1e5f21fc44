import type { Edition } from '../../edition.js';
import { AudioEditionError } from '../../errors.js';
import type { Store } from '../../store/contract.js';
import { withoutWords } from './without-words.js';

/**
 * The manifest of a published edition.
 *
 * @throws AudioEditionError `no-such-edition` (`input`) or `bad-manifest`; both name the edition.
 */
export async function readManifest(store: Store, slug: string): Promise<Edition> {
  const bytes = await store.read(`${slug}/edition.json`);
  if (bytes === undefined) throw noSuchEdition(store, slug);
  return checked(parse(Buffer.from(bytes)), store, slug);
}

/** The same with empty `words`, ten times as fast: what feed and index need. */
export async function readManifestWithoutWords(store: Store, slug: string): Promise<Edition> {
  const edition = await store.lend(`${slug}/edition.json`, (bytes) => {
    return { found: parse(withoutWords(bytes)) ?? dropWords(parse(bytes)) };
  });
  if (edition === undefined) throw noSuchEdition(store, slug);
  return checked(edition.found, store, slug);
}

/** The manifest of an edition as it is published now, or nothing where there is none or a broken one. */
export async function formerEdition(store: Store, slug: string): Promise<Edition | undefined> {
  const bytes = await store.read(`${slug}/edition.json`);
  return bytes === undefined ? undefined : parse(Buffer.from(bytes));
}

function dropWords(edition: Edition | undefined): Edition | undefined {
  const stories = edition?.stories.map((story) => ({
    ...story,
    segments: story.segments.map((segment) => ({ ...segment, words: [] })),
  }));
  return edition === undefined || stories === undefined ? undefined : { ...edition, stories };
}

function noSuchEdition(store: Store, slug: string): AudioEditionError {
  return new AudioEditionError(
    `${store.location} has no edition "${slug}"; "audio-edition list" shows those it has.`,
    { code: 'no-such-edition', stage: 'syndicate', fault: 'input', data: { slug } },
  );
}

function parse(bytes: Buffer): Edition | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Partial<Edition> | null;
    return isEdition(value) ? complete(value) : undefined;
  } catch {
    return undefined;
  }
}

/** What other programs' manifests may leave out is empty. */
function complete(edition: Edition): Edition {
  return {
    ...edition,
    stories: edition.stories.map((story) => ({ ...story, segments: story.segments ?? [] })),
    files: edition.files ?? [],
    notices: edition.notices ?? [],
  };
}

function isEdition(value: Partial<Edition> | null): value is Edition {
  return (
    value?.schema === 1 &&
    typeof value.title === 'string' &&
    /^\d{4}-\d{2}-\d{2}/.test(value.date ?? '') &&
    typeof value.audio?.sha256 === 'string' &&
    Array.isArray(value.stories)
  );
}

function checked(edition: Edition | undefined, store: Store, slug: string): Edition {
  if (edition !== undefined && edition.slug === slug) return edition;
  const what = edition === undefined ? 'is not a manifest' : `is the manifest of "${edition.slug}"`;
  throw new AudioEditionError(
    `${slug}/edition.json in ${store.location} ${what}; build that issue again or remove the folder.`,
    { code: 'bad-manifest', stage: 'syndicate', data: { slug } },
  );
}
