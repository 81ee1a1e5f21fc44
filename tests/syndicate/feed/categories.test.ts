import { expect, it } from 'vitest';
import { renderCategories, unknownCategories } from '../../../src/syndicate/feed/categories.js';

it.each([
  [['News > Tech News'], ['News/Tech News'], []],
  [['news > commentary', 'society and culture'], ['News/News Commentary', 'Society &amp; Culture'], []],
  [['News > Gossip'], ['News'], ['News > Gossip']],
  [['Gardening'], ['News'], ['Gardening']],
  [[], ['News'], []],
])('%j becomes %j, and %j is said to be unknown', (categories, written, unknown) => {
  const texts = renderCategories(categories).map((category) =>
    [...String(category).matchAll(/text="([^"]*)"/g)].map((match) => match[1]).join('/'),
  );
  expect(texts).toEqual(written);
  expect(unknownCategories(categories)).toEqual(unknown);
});
