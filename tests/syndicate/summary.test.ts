import { expect, it } from 'vitest';
import type { Edition } from '../../src/edition.js';
import { summarize } from '../../src/syndicate/archive/summary.js';
import { episodeOf, ISSUE, type StoryText } from './sample-edition.js';

const excerpt = (...stories: StoryText[]) => {
  const edition: Edition = { schema: 1, ...ISSUE, ...episodeOf(stories), files: [], notices: [] };
  return summarize(edition).excerpt;
};
const sponsor: StoryText = { slug: 'ad', title: 'Kiln', kind: 'sponsor', paragraphs: ['Buy bricks.'] };

it.each<[string, StoryText[], string]>([
  [
    'goes on after a greeting',
    [{ slug: 'a', title: 'A', paragraphs: ['Dear friends,', 'The lake froze.'] }],
    'Dear friends, The lake froze.',
  ],
  [
    'leaves out the sponsor',
    [sponsor, { slug: 'a', title: 'A', paragraphs: ['The lake froze.'] }],
    'The lake froze.',
  ],
  ['is empty where nothing is written', [sponsor], ''],
])('the excerpt %s', (_, stories, expected) => {
  expect(excerpt(...stories)).toBe(expected);
});

it('the excerpt of a long beginning ends with a word', () => {
  expect(excerpt({ slug: 'a', title: 'A', paragraphs: ['word '.repeat(200).trim()] })).toMatch(
    /^(word ){10,60}word…$/,
  );
});
