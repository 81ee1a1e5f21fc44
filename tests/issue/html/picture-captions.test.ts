import { describe, expect, it } from 'vitest';
import { droppedOf, outlineOf, read } from '../reading.js';

const page = (caption: string) =>
  `<td style="font-size:16px"><p>The plums of Ludlow are ripe.</p><img src="a.jpg" alt="">${caption}<p>They were late this year.</p></td>`;

describe('paragraphs right below a picture', () => {
  it.each([
    '<p style="font-size:12px">A crate of plums</p>',
    '<p><em>A crate of plums in the rain.</em></p>',
    '<p><small>A crate of plums</small></p>',
  ])('%s describes it', async (caption) => {
    expect(await droppedOf(page(caption))).toEqual([
      expect.stringMatching(/^small-print-under-picture: A crate of plums/),
    ]);
  });

  it.each([
    '<p>The first crate was sold before noon.</p>',
    '<p style="font-size:16px">The first crate was sold before noon.</p>',
    '<p>The <em>first</em> crate was sold before noon.</p>',
  ])('%s is read', async (text) => {
    expect(await outlineOf(page(text))).toContain('  paragraph: The first crate was sold before noon.');
  });

  it('are read in a letter that is set in italics from beginning to end', async () => {
    const letter =
      '<p><em>Dear friends,</em></p><p><em>The plums are ripe.</em></p><img src="a.jpg" alt="Plums"><p><em>Open questions:</em></p><p><em>Who picks them?</em></p>';
    expect(await outlineOf(letter)).toContain('  paragraph: Open questions:');
  });

  it('keep line and column of where they were written', async () => {
    const issue = await read('<p>One.</p>\n  <p>Two <b>and</b> a half.</p>\n<ul>\n<li>Three</li></ul>');
    expect(issue.blocks.map(({ text, position }) => [text, position.line, position.column])).toEqual([
      ['One.', 1, 4],
      ['Two and a half.', 2, 6],
      ['Three', 4, 5],
    ]);
  });
});
