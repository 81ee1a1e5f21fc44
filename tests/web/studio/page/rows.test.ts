import { describe, expect, it } from 'vitest';
import type { StoryItem } from '../../../../src/web/studio/api.js';
import { type Row, rowsOf } from '../../../../src/web/studio/page/text/rows.js';
import { makeSegment } from './make-segments.js';

const warning = { code: 'take-suspicious', message: 'It ends early.', warning: true, remedies: [] };
const items: StoryItem[] = [
  makeSegment('s/1', { source: '' }),
  makeSegment('s/2'),
  { item: 'dropped', block: 4, kind: 'caption', text: 'A picture', rule: 'caption', reason: 'a caption' },
  makeSegment('s/3'),
  makeSegment('s/4'),
  makeSegment('s/5'),
  makeSegment('s/6', { differences: [{ source: [0, 1], speech: [0, 1], kind: 'lexicon' }] }),
  makeSegment('s/7', { notices: [warning] }),
  { item: 'dropped', block: 9, kind: 'media', text: ' ', rule: 'separator', reason: 'a line' },
];

const names = (rows: readonly Row[]): string[] =>
  rows.map((row) => {
    if (row.row === 'segment') return row.segment.id;
    return row.row === 'run' ? `${row.segments.map(({ id }) => id).join('+')}` : row.block.text;
  });

describe('the rows of a story', () => {
  it('are its segments and what is left out, in reading order', () => {
    const rows = rowsOf(items, { onlyDiffering: false, current: undefined });
    expect(names(rows)).toEqual(['s/1', 's/2', 'A picture', 's/3', 's/4', 's/5', 's/6', 's/7']);
  });

  it('fold where there is nothing to look at', () => {
    const rows = rowsOf(items, { onlyDiffering: true, current: undefined });
    expect(names(rows)).toEqual(['s/1', 's/2', 'A picture', 's/3+s/4+s/5', 's/6', 's/7']);
  });

  it('never fold where the editor is', () => {
    const rows = rowsOf(items, { onlyDiffering: true, current: 's/4' });
    expect(names(rows)).toEqual(['s/1', 's/2', 'A picture', 's/3', 's/4', 's/5', 's/6', 's/7']);
  });
});
