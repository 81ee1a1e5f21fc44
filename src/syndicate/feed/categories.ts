import { type Markup, markup } from '../markup.js';
import { APPLE_CATEGORIES } from './apple-categories.js';

/** A category as podcast directories know it. */
interface Category {
  readonly name: string;
  readonly child?: string;
}

/** Where a show's settings name none that is known. */
const DEFAULT_CATEGORY: Category = { name: 'News' };

/**
 * `itunes:category` for the settings' categories, written `News` or `News > Tech News`. Apple refuses a feed
 * with an unknown one, so upper and lower case are mended, a subcategory may be written short (`News >
 * Commentary`), and what is unknown is left out; {@link unknownCategories} names it.
 */
export function renderCategories(categories: readonly string[]): readonly Markup[] {
  const known = categories.flatMap((category) => knownCategory(category) ?? []);
  return (known.length > 0 ? known : [DEFAULT_CATEGORY]).map(({ name, child }) =>
    child === undefined
      ? markup`<itunes:category text="${name}"/>\n`
      : markup`<itunes:category text="${name}"><itunes:category text="${child}"/></itunes:category>\n`,
  );
}

/** Those of the settings' categories that directories don't know, in whole or in part. */
export function unknownCategories(categories: readonly string[]): readonly string[] {
  return categories.filter((category) => {
    const known = knownCategory(category);
    return known === undefined || (category.includes('>') && known.child === undefined);
  });
}

function knownCategory(category: string): Category | undefined {
  const [first = '', second = ''] = category.split('>').map((part) => part.trim());
  const name = find(Object.keys(APPLE_CATEGORIES), first);
  if (name === undefined) return undefined;
  const children = APPLE_CATEGORIES[name] ?? [];
  const child =
    find(children, second) ?? find(children, `${name} ${second}`) ?? find(children, `${second} ${name}`);
  return child === undefined ? { name } : { name, child };
}

function find(names: readonly string[], wanted: string): string | undefined {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/\band\b/g, '&')
      .replace(/\s+/g, ' ');
  return names.find((name) => plain(name) === plain(wanted));
}
