import type { Edition } from '../../edition.js';
import { AudioEditionError } from '../../errors.js';
import type { Store } from '../../store/contract.js';

/**
 * The manifest of a published edition.
 *
 * @throws AudioEditionError `no-such-edition` (`input`) or `bad-manifest`; both name the edition.
 */
export async function readManifest(store: Store, slug: string): Promise<Edition> {
  return checked(parse(await readBytes(store, slug)), store, slug);
}

/** The same with empty `words`, several times as fast: what feed and index need. */
export async function readManifestWithoutWords(store: Store, slug: string): Promise<Edition> {
  const bytes = await readBytes(store, slug);
  return checked(parse(withoutWords(bytes)) ?? parse(bytes), store, slug);
}

/** The manifest of an edition as it is published now, or nothing where there is none or a broken one. */
export async function formerEdition(store: Store, slug: string): Promise<Edition | undefined> {
  const bytes = await store.read(`${slug}/edition.json`);
  return bytes === undefined ? undefined : parse(Buffer.from(bytes));
}

const WORDS_OPEN = Buffer.from('"words":[');
const WORDS_CLOSE = Buffer.from('"}]');
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;

/**
 * Empties every `words` list of a manifest as this program writes it (no white space, `speech` last in a
 * word): nine tenths of a manifest are words. Another program's manifest may come out broken; the caller then
 * parses it whole.
 */
function withoutWords(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let open = bytes.indexOf(WORDS_OPEN); open !== -1; open = bytes.indexOf(WORDS_OPEN, from)) {
    const first = open + WORDS_OPEN.length;
    kept.push(bytes.subarray(from, first));
    from = bytes[first] === CLOSING_BRACKET ? first : endOfWords(bytes, first);
  }
  kept.push(bytes.subarray(from));
  return Buffer.concat(kept);
}

/** Index of the `]` that ends a list of words; a quote after a backslash is part of a word. */
function endOfWords(bytes: Buffer, from: number): number {
  let close = bytes.indexOf(WORDS_CLOSE, from);
  while (close > 0 && isEscaped(bytes, close)) close = bytes.indexOf(WORDS_CLOSE, close + 1);
  return close === -1 ? bytes.length : close + WORDS_CLOSE.length - 1;
}

function isEscaped(bytes: Buffer, index: number): boolean {
  let backslashes = 0;
  while (bytes[index - 1 - backslashes] === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}

async function readBytes(store: Store, slug: string): Promise<Buffer> {
  const bytes = await store.read(`${slug}/edition.json`);
  if (bytes !== undefined) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  throw new AudioEditionError(
    `${store.location} has no edition "${slug}"; "audio-edition list" shows those it has.`,
    { code: 'no-such-edition', stage: 'syndicate', fault: 'input', data: { slug } },
  );
}

function parse(bytes: Buffer): Edition | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Partial<Edition> | null;
    return isEdition(value)
      ? { ...value, files: value.files ?? [], notices: value.notices ?? [] }
      : undefined;
  } catch {
    return undefined;
  }
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
