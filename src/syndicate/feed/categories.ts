import { type Markup, markup } from '../markup.js';

/** `itunes:category` for Apple's categories, written `News` or `News > Tech News` in the show's settings. */
export function renderCategories(categories: readonly string[]): readonly Markup[] {
  return categories.map((category) => {
    const [parent = '', child] = category.split('>').map((part) => part.trim());
    return child === undefined || child === ''
      ? markup`<itunes:category text="${parent}"/>\n`
      : markup`<itunes:category text="${parent}"><itunes:category text="${child}"/></itunes:category>\n`;
  });
}
