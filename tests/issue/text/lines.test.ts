import { describe, expect, it } from 'vitest';
import { textLines } from '../../../src/issue/text/lines.js';

const linesOf = (text: string) =>
  textLines(text).map(({ text: words, bullet }) => (bullet ? `• ${words}` : words));

describe('lines of plain text', () => {
  it('take a dash or emoji that stands alone for no bullet', () => {
    expect(linesOf('The plums are ripe.\n\n— Ann Plum\n\n🍑 Round the orchard\n\nThey are blue.')).toEqual([
      'The plums are ripe.',
      '— Ann Plum',
      '🍑 Round the orchard',
      'They are blue.',
    ]);
    expect(linesOf('- ripe plums, and many\n- Blue Plums')).toEqual([
      '• ripe plums, and many',
      '• Blue Plums',
    ]);
    expect(linesOf('🍑 ripe\n🍐 blue')).toEqual(['• ripe', '• blue']);
  });

  it('go on where a line hangs below its bullet', () => {
    expect(linesOf('* plums from the hills behind the town,\n  ripe\n* pears')).toEqual([
      '• plums from the hills behind the town, ripe',
      '• pears',
    ]);
  });

  it('are joined where a mail program wrapped them, whatever addresses do to their length', () => {
    const mail = [
      'The plums (https://plum.example/c/abcdefghijklmnopqrstuvwxyz) are ripe again, and the',
      'orchard (https://plum.example/c/abcdefghijklmnopqrstuvwxyz1) says that they will be',
      'ripe tomorrow as well, because the summer does not wait for anybody.',
      '',
      'They are blue, and they were picked by six people of the town in',
      'two days, which is a record for Ludlow and perhaps for the shire',
      'as a whole.',
    ].join('\n');
    expect(linesOf(mail)).toEqual([
      'The plums are ripe again, and the orchard says that they will be ripe tomorrow as well, because the summer does not wait for anybody.',
      'They are blue, and they were picked by six people of the town in two days, which is a record for Ludlow and perhaps for the shire as a whole.',
    ]);
  });

  it('stay as they are where paragraphs happen to be about as long as lines', () => {
    const page = [
      'A picker leans on a ladder beside the mill on Monday.',
      'The orchard sold three hundred crates before the bells rang.',
      'Nobody had counted before, and so nobody knows the record.',
      'The council will vote on a scale and a counter in the second week of June.',
      'It is the third vote in a year, and the mayor hopes that it will be the last.',
      'The wasps were there as well.',
    ];
    expect(linesOf(page.join('\n'))).toEqual(page);
  });
});
