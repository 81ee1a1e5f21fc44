import { expect, it } from 'vitest';
import { editionNumber } from '../../src/syndicate/edition-number.js';

it.each([
  ['Issue 118', 'x', 118],
  ['The Slow Post #42: bells', 'x', 42],
  ['No. 7', 'x', 7],
  ['A bell', 'issue-12', 12],
  ['A bell', '2026-03-05', undefined],
  ['Five things', 'five-things-12', undefined],
  ['Issue 0', 'x', undefined],
])('%s (%s) has the number %s', (title, slug, number) => {
  expect(editionNumber({ title, slug })).toBe(number);
});
