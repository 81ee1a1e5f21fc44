import { AudioEditionError } from '../errors.js';
import type { Store } from '../store/contract.js';
import { newestFirst, readManifestWithoutWords } from '../syndicate/index.js';

/**
 * Finds an edition by its slug, a unique beginning of it, or `latest` (the newest; of one day, the last).
 *
 * @throws AudioEditionError (`input`) that lists the choices where the name is unknown or ambiguous.
 */
export async function findEdition(store: Store, name: string): Promise<string> {
  const slugs: string[] = [];
  for await (const { slug } of store.editions()) slugs.push(slug);
  slugs.sort();
  if (slugs.includes(name)) return name;
  if (name === 'latest' && slugs.length > 0) return latest(store, slugs);
  return theOnly(
    slugs.filter((slug) => slug.startsWith(name)),
    {
      what: 'edition',
      name,
      choices: slugs,
      where: store.location,
    },
  );
}

async function latest(store: Store, slugs: readonly string[]): Promise<string> {
  const dated: { readonly slug: string; readonly date: string }[] = [];
  for (const slug of slugs) dated.push({ slug, date: (await readManifestWithoutWords(store, slug)).date });
  return newestFirst(dated)[0]?.slug ?? '';
}

/**
 * Finds a story by its slug, its number (from 1), or a unique part of its title, whatever the case.
 *
 * @throws AudioEditionError (`input`) that lists the choices where the name is unknown or ambiguous.
 */
export function findStory<T extends { readonly slug: string; readonly title: string }>(
  stories: readonly T[],
  name: string,
  edition: string,
): T {
  const exact =
    stories.find(({ slug }) => slug === name) ?? (/^\d+$/.test(name) ? stories[Number(name) - 1] : undefined);
  if (exact !== undefined) return exact;
  const wanted = name.toLocaleLowerCase();
  const found = stories.filter(
    ({ slug, title }) => slug.startsWith(wanted) || title.toLocaleLowerCase().includes(wanted),
  );
  const slug = theOnly(
    found.map((story) => story.slug),
    {
      what: 'story',
      name,
      choices: stories.map((story, index) => `${index + 1} ${story.slug}`),
      where: edition,
    },
  );
  return stories.find((story) => story.slug === slug) as T;
}

interface Search {
  readonly what: 'edition' | 'story';
  readonly name: string;
  readonly choices: readonly string[];
  readonly where: string;
}

function theOnly(found: readonly string[], { what, name, choices, where }: Search): string {
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  const complaint = only === undefined ? `has no ${what} "${name}"` : `has several for the ${what} "${name}"`;
  const list = only === undefined ? choices : found;
  throw new AudioEditionError(
    `${where} ${complaint}; ${list.length === 0 ? 'it holds none yet' : `choose one of: ${list.join(', ')}`}.`,
    {
      code: `${what}-${only === undefined ? 'unknown' : 'ambiguous'}`,
      stage: 'cli',
      fault: 'input',
      data: { name, choices: list },
    },
  );
}
