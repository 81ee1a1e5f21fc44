import { expect, it } from 'vitest';
import { editionNumber, titleWithoutNumber } from '../../src/syndicate/edition-number.js';

it.each([
  ['Issue 118', 'x', 118],
  ['Issue 118: bells', 'x', 118],
  ['The Slow Post #42: bells', 'x', 42],
  ['Bells (No. 7)', 'x', 7],
  ['No. 7', 'x', 7],
  ['A bell', 'issue-12', 12],
  ['A bell', '2026-03-05', undefined],
  ['Five things', 'five-things-12', undefined],
  ['Issue 0', 'x', undefined],
  ['No. 10 Downing Street has a new cat', 'x', undefined],
  ['The issue 7 mayors can not solve', 'x', undefined],
])('%s (%s) has the number %s', (title, slug, number) => {
  expect(editionNumber({ title, slug })).toBe(number);
});

it.each([
  ['Issue 118: A bell under the ice', 'A bell under the ice'],
  ['The Slow Post: Issue 118: A bell', 'The Slow Post: A bell'],
  ['#42 – A bell under the ice', 'A bell under the ice'],
  ['A bell under the ice (No. 7)', 'A bell under the ice'],
  ['A bell under the ice | Issue 7', 'A bell under the ice'],
  ['A bell under the ice, edition 7', 'A bell under the ice'],
  ['Issue 118', 'Issue 118'],
  ['The Slow Post #42', 'The Slow Post #42'],
  ['Slow Post, issue 42', 'Slow Post, issue 42'],
  ['No. 10 Downing Street has a new cat', 'No. 10 Downing Street has a new cat'],
  ['Bells in 1604', 'Bells in 1604'],
])('%s is called %s in the feed', (title, shown) => {
  expect(titleWithoutNumber(title, 'The Slow Post')).toBe(shown);
});
