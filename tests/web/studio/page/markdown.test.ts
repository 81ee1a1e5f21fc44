import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../../src/issue/index.js';
import { markdownOf } from '../../../../src/web/studio/page/text/markdown.js';
import { runs } from '../../../property-runs.js';
import { makeSegment, makeStory } from './make-segments.js';

const paragraph = (source: string, number = 2) => makeSegment(`s/${number}`, { source });
const bullet = (source: string, number: number) => makeSegment(`s/${number}`, { kind: 'bullet', source });

/** The kinds and texts of the blocks that a reader of Markdown finds. */
async function blocksOf(markdown: string): Promise<(readonly [string, string])[]> {
  const { value } = await readIssue({ bytes: Buffer.from(markdown), name: 's.md' }, { today: '2026-01-01' });
  return value.blocks.map(({ kind, text }) => [kind, text] as const);
}

describe('a story as Markdown', () => {
  it('has its paragraphs and bullets, and neither title nor announcement', () => {
    const story = makeStory('s', [
      makeSegment('s/1', { kind: 'title', source: 'The pier' }),
      paragraph('It is open.'),
      bullet('Tickets', 3),
      bullet('Ice cream', 4),
      paragraph('Come early.', 5),
    ]);
    expect(markdownOf(story)).toBe('It is open.\n\n- Tickets\n- Ice cream\n\nCome early.');
  });

  it('is what the editor wrote, where he did', () => {
    const story = { ...makeStory('s', [paragraph('It is open.')]), markdown: 'It is *shut*.' };
    expect(markdownOf(story)).toBe('It is *shut*.');
  });

  it.each([
    '2 * 3 * 4 and snake_case_names and [1] <b>',
    '# 7 is a number',
    '1. was first, and - a dash',
    '- a dash begins',
    '+ a plus begins',
    'two lines\nof one paragraph',
    'AT&T &amp; Co, a \\ backslash and `code`',
    '~~not struck~~ | and no table |',
  ])('keeps the words, whatever signs they have: %s', async (source) => {
    expect(await blocksOf(markdownOf(makeStory('s', [paragraph(source)])))).toEqual([['paragraph', source]]);
  });

  it('reads back as the same words', async () => {
    const word = fc.stringMatching(/^[a-z0-9*_[\]<>#+.()~|&;`\\!:=-]{1,8}$/);
    const text = fc
      .array(word, { minLength: 2, maxLength: 6 })
      .map((words) => ['Say', ...words, 'so.'].join(' '));
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const blocks = await blocksOf(markdownOf(makeStory('s', [paragraph(source)])));
        expect(blocks.map(([, found]) => found).join(' ')).toBe(source);
      }),
      { numRuns: runs(60) },
    );
  });
});
