import { describe, expect, it } from 'vitest';
import { outlineOf, read } from '../reading.js';

const TABLE = 'A table stood here.';

async function kinds(lines: string): Promise<readonly string[]> {
  const issue = await read(
    `${TABLE}\n\n${lines}\n\nThat was the table of this week, as every week.`,
    'issue.txt',
  );
  return issue.blocks.slice(1, -1).map(({ kind, text }) => `${kind}: ${text}`);
}

describe('tables in plain text', () => {
  it.each([
    ['tabs', 'Fruit\tPrice\tChange\nPlums\t£2\t+4%'],
    ['bars', '| Fruit | Price | Change |\n|-------|-------|--------|\n| Plums | £2 | +4% |'],
    ['bars without a frame', 'Fruit | Price | Change\nPlums | £2 | +4%'],
    ['wide blanks', 'Fruit    Price    Change\nPlums    £2       +4%\nPears    £3       -1%'],
  ])('are one block, cells between %s', async (_, lines) => {
    expect((await kinds(lines))[0]).toMatch(/^table: Fruit \| Price \| Change\nPlums \| £2 \| \+4%/);
  });

  it('are announced, not read', async () => {
    const outline = await outlineOf(
      `${TABLE}\n\nPlum\t£2\t+4%\nPear\t£3\t-1%\n\nThat was it, as every week.`,
      'issue.txt',
    );
    expect(outline.join('\n')).toContain('There is a table');
    expect(outline.join('\n')).not.toContain('£3');
  });

  it('of two columns are lists', async () => {
    expect(await kinds('Plums\t£2\nPears\t£3')).toEqual(['bullet: Plums: £2', 'bullet: Pears: £3']);
  });

  it.each([
    ['one line with bars', 'Unread | Unloved | Unsold'],
    ['bullets with tabs', '•\tPlums are ripe.\n•\tPears are not.'],
    ['two sentences with a wide blank', 'Plums are ripe.   Pears are not.\n\nNobody knows why that is.'],
  ])('are not seen in %s', async (_, lines) => {
    expect((await kinds(lines)).join()).not.toMatch(/table:/);
  });
});
