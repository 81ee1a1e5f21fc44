import { describe, expect, it } from 'vitest';
import { droppedOf, outlineOf } from '../issue/reading.js';

const LETTER =
  'Dear friends,\n\nThe plums are ripe and I have eaten nine of them. You should come.\n\nKeep picking!\n\nAnn\n\n\n';
const STORY =
  'What’s new: The orchard at Ludlow sold 300 crates before noon. That is a record.\n\nWhy it matters: Nobody had counted before.\n\n\n';

describe('structures seen in real issues', () => {
  it('drops an image description at the end of a story, before the next title', async () => {
    const text = `${LETTER}News\n\nA wooden crate full of plums\n\nOrchard Breaks Its Record\n\n${STORY}Two ladders leaning on a tree\n\nThe Last Ladder Maker\n\n${STORY}`;
    expect(await outlineOf(text)).toEqual(
      expect.arrayContaining(['story: Orchard Breaks Its Record', 'story: The Last Ladder Maker']),
    );
    expect(await droppedOf(text)).toEqual([
      'picture-above-title: A wooden crate full of plums',
      'picture-above-title: Two ladders leaning on a tree',
    ]);
  });

  it('drops two descriptions in a row', async () => {
    const text = `${LETTER}News\n\nA wooden crate full of plums\n\nMap of the orchard at Ludlow\n\nOrchard Breaks Its Record\n\n${STORY}`;
    expect(await droppedOf(text)).toEqual([
      'picture-above-title: A wooden crate full of plums',
      'picture-above-title: Map of the orchard at Ludlow',
    ]);
  });

  it('drops a description between two bullets', async () => {
    const text = `${LETTER}News\n\nOrchard Breaks Its Record\n\nIt did this in three steps:\n\n• First it planted trees.\n\nA man planting trees in the rain\n\n• Then it waited.\n\n${STORY}`;
    expect(await droppedOf(text)).toEqual(['picture-in-text: A man planting trees in the rain']);
  });

  it.each(['plums-final_v2.jpg', 'IMG_4023', 'Screen Shot 2026-04-01 at 9.12.33', 'ORCHARD', 'crate600x338'])(
    'drops a description that is a file name or all capitals: %s',
    async (name) => {
      const text = `${LETTER}News\n\n${name}\n\nOrchard Breaks Its Record\n\n${STORY}`;
      expect((await droppedOf(text)).map((entry) => entry.split(': ')[1])).toEqual([name]);
    },
  );

  it('keeps images without alt as pictures of their story', async () => {
    expect(await outlineOf('<h2>Plums</h2><p>They are ripe.</p><img src="plum.jpg"><p>Come.</p>')).toEqual([
      'story: Plums',
      '  title: Plums',
      '  paragraph: They are ripe.',
      '  paragraph: Come.',
    ]);
  });

  it('makes paragraphs of double <br>', async () => {
    expect(
      await outlineOf('<h2>Plums</h2><p>They are ripe.<br><br>They are cheap.<br>\n<br> They are blue.</p>'),
    ).toEqual([
      'story: Plums',
      '  title: Plums',
      '  paragraph: They are ripe.',
      '  paragraph: They are cheap.',
      '  paragraph: They are blue.',
    ]);
  });

  it('lets the break after a bold headline be heard', async () => {
    const html =
      '<h2>In Brief</h2><p><strong>Ludlow plants 200 trees</strong><br>The council voted for it. (Ludlow Post)</p>';
    expect(await outlineOf(html)).toEqual([
      'section: In Brief',
      '  title: In Brief',
      '  title: Ludlow plants 200 trees',
      '  paragraph: The council voted for it. (Ludlow Post)',
    ]);
  });

  it('takes run-in labels for text', async () => {
    const html =
      '<h2>Plums</h2><p><strong>What’s new:</strong> They are ripe.</p><p><strong>Why it matters:</strong> They fall.</p>';
    expect(await outlineOf(html)).toEqual([
      'story: Plums',
      '  title: Plums',
      '  paragraph: What’s new: They are ripe.',
      '  paragraph: Why it matters: They fall.',
    ]);
  });

  it('takes run-in bold words for titles where there are no others', async () => {
    const html =
      '<p><b>Plums fall early.</b> The wind took half of them.</p><p><b>Jam prices rise.</b> A jar costs £4.</p><p><b>Wasps return.</b> They like both.</p>';
    expect((await outlineOf(html)).filter((line) => !line.startsWith(' '))).toEqual([
      'story: Plums fall early',
      'story: Jam prices rise',
      'story: Wasps return',
    ]);
  });

  it('announces section names that stand at the same level as titles', async () => {
    const html =
      '<h2>News</h2><h2>Plums fall</h2><p>The wind took half of them.</p><h2>Jam rises</h2><p>A jar costs £4.</p>';
    expect(await outlineOf(html)).toEqual([
      'story: Plums fall',
      '  announcement: News',
      '  title: Plums fall',
      '  paragraph: The wind took half of them.',
      'story: Jam rises',
      '  title: Jam rises',
      '  paragraph: A jar costs £4.',
    ]);
  });

  it('does not make stories of sub-headings', async () => {
    const html =
      '<h2>Plums</h2><p>They are ripe.</p><h3>How many</h3><p>Three hundred.</p><h3>How blue</h3><p>Very.</p><h2>Jam</h2><p>It is sweet.</p>';
    expect((await outlineOf(html)).filter((line) => !line.startsWith(' '))).toEqual([
      'story: Plums',
      'story: Jam',
    ]);
  });

  it('makes stories of lower headings under the name of a section', async () => {
    const html =
      '<h2>News</h2><h3>Plums fall</h3><p>The wind.</p><h3>Jam rises</h3><p>It costs £4.</p><h2>Opinion</h2><h3>Eat more</h3><p>Do.</p>';
    expect((await outlineOf(html)).filter((line) => !line.startsWith(' '))).toEqual([
      'story: Plums fall',
      'story: Jam rises',
      'story: Eat more',
    ]);
  });

  it('tells two sponsors from the stories around them, also as the last thing', async () => {
    const html =
      '<p>Hello,</p><p>Welcome.</p><h2>Plums</h2><p>Ripe.</p><p><b>Sponsored by Jars &amp; Co</b></p><p>Buy jars.</p><hr><h2>Jam</h2><p>Sweet.</p><h2>A message from Lids Ltd</h2><p>Buy lids.</p>';
    expect((await outlineOf(html)).filter((line) => !line.startsWith(' '))).toEqual([
      'letter: Letter',
      'story: Plums',
      'sponsor: Sponsored by Jars & Co',
      'story: Jam',
      'sponsor: A message from Lids Ltd',
    ]);
  });

  it.each([
    'Together with Jars & Co',
    'PRESENTED BY JARS & CO',
    'Advertisement',
    'A word from our sponsor',
    'Sponsor',
    'Brought to you by Jars',
  ])('knows a sponsor’s label: %s', async (label) => {
    const kinds = (
      await outlineOf(
        `<h2>Plums</h2><p>Ripe.</p><p>${label.replace('&', '&amp;')}</p><p>Buy our jars today.</p>`,
      )
    ).filter((line) => !line.startsWith(' '));
    expect(kinds).toEqual(['story: Plums', `sponsor: ${label}`]);
  });

  it('goes on with the letter after a sponsor’s message inside it', async () => {
    const html =
      '<p>Hi all,</p><p>It is May.</p><h3>Sponsored by Jars</h3><p>Buy jars.</p><hr><p>And now June.</p><p>Cheers,</p><p>Ann</p>';
    expect((await outlineOf(html)).filter((line) => !line.startsWith(' '))).toEqual([
      'letter: Letter',
      'sponsor: Sponsored by Jars',
      'letter: Letter',
    ]);
  });

  it.each([
    ['Keep learning!', 'Andrew'],
    ['Yours,', 'Ann and Bob'],
    ['Until next week,', 'The Plum team'],
    ['Happy picking!', 'A.'],
    ['Trick or treat!', 'Ann'],
  ])('keeps sign-offs: %s / %s', async (signOff, name) => {
    const text = `Dear friends,\n\nThe plums are ripe, and I have eaten nine.\n\n${signOff}\n\n${name}\n\nP.S. There are pears, too.\n\n\nNews\n\nPlums Fall\n\n${STORY}`;
    const said = (await outlineOf(text)).slice(0, 6);
    expect(said).toEqual([
      'letter: Letter',
      '  paragraph: Dear friends,',
      '  paragraph: The plums are ripe, and I have eaten nine.',
      `  paragraph: ${signOff}`,
      `  paragraph: ${name}`,
      '  paragraph: P.S. There are pears, too.',
    ]);
  });

  it('ignores empty headings and paragraphs and zero-width characters', async () => {
    expect(
      await outlineOf(
        '<h2></h2><h2> &nbsp;</h2><h2>Plums\u200b</h2><p>\u200b</p><p>\ufeffRi\u00adpe.</p><p></p>',
      ),
    ).toEqual(['story: Plums', '  title: Plums', '  paragraph: Ripe.']);
  });

  it('reads headings with links, line breaks and struck-out words once', async () => {
    expect(
      await outlineOf(
        '<h2><a href="https://plum.example">Plums<br>and</a> <s>pairs</s> pears</h2><p>Ripe.</p>',
      ),
    ).toEqual(['story: Plums and pairs pears', '  title: Plums and pairs pears', '  paragraph: Ripe.']);
  });

  it('reads bullets of 100 words and bullets without an end stop', async () => {
    const long = `${'plum '.repeat(99)}plum.`;
    expect(
      await outlineOf(`<h2>Plums</h2><p>We have these:</p><ul><li>${long}</li><li>blue ones</li></ul>`),
    ).toEqual([
      'story: Plums',
      '  title: Plums',
      '  paragraph: We have these:',
      `  bullet: ${long}`,
      '  bullet: blue ones',
    ]);
  });

  it('knows emoji and asterisks as signs of bullets', async () => {
    const text =
      'Three things are new:\n\n🍑 The plums are ripe.\n🫙 The jars are here.\n* The wasps are, too.\n';
    expect(await outlineOf(text)).toEqual([
      'story: Issue',
      '  paragraph: Three things are new:',
      '  bullet: The plums are ripe.',
      '  bullet: The jars are here.',
      '  bullet: The wasps are, too.',
    ]);
  });

  it('does not read editors’ comments that hold dead sections', async () => {
    expect(
      await outlineOf('<h2>Plums</h2><p>Ripe.</p><!-- <h2>Old</h2><p>Dead text.</p> --><p>Blue.</p>'),
    ).toEqual(['story: Plums', '  title: Plums', '  paragraph: Ripe.', '  paragraph: Blue.']);
  });

  it('joins hard-wrapped lines and takes tracking addresses out of sentences', async () => {
    const text = `Hello,

the plums in the orchard at Ludlow are ripe, and the council (
https://click.example/ls/click?upn=abcdefghijklmnopqrstuvwxyz0123456789 )
voted on Tuesday to let everybody pick them, as long as they leave the
ladders where they have found them.

The ladders are old, the council says, and one of them is older than the
town hall <https://click.example/ls/click?upn=zyxwvutsrqponmlkjihgfedcba> and
the bridge together.

Cheers,
Ann
`;
    const said = await outlineOf(text, 'mail.txt');
    expect(said).toEqual([
      'letter: Mail',
      '  paragraph: Hello,',
      '  paragraph: the plums in the orchard at Ludlow are ripe, and the council voted on Tuesday to let everybody pick them, as long as they leave the ladders where they have found them.',
      '  paragraph: The ladders are old, the council says, and one of them is older than the town hall and the bridge together.',
      '  paragraph: Cheers,',
      '  paragraph: Ann',
    ]);
    expect(
      (await droppedOf(text, 'mail.txt')).filter((entry) => entry.startsWith('address-in-text')),
    ).toHaveLength(2);
  });

  it.each(['===========', '***********'])('takes lines underlined with %s for titles', async (line) => {
    const text = `Plums are ripe\n${line}\n\nThe orchard at Ludlow opened.\n\nJam is dear\n${line}\n\nA jar costs £4.\n`;
    expect((await outlineOf(text, 'a.txt')).filter((entry) => !entry.startsWith(' '))).toEqual([
      'story: Plums are ripe',
      'story: Jam is dear',
    ]);
  });

  it('gives an italic closing address a part of its own', async () => {
    const html =
      '<h2>Plums</h2><p>Ripe.</p><h2>Jam</h2><p>Sweet.</p><p><em>Questions? Reply to this email, we read them all.</em></p>';
    expect((await outlineOf(html)).slice(-2)).toEqual([
      'section: Closing',
      '  paragraph: Questions? Reply to this email, we read them all.',
    ]);
  });

  it('reads the items of a layout table', async () => {
    const html =
      '<table role="presentation"><tr><td><h2>Plums</h2></td></tr><tr><td>The plums are ripe, says the council.</td></tr><tr><td><h2>Jam</h2></td></tr><tr><td>A jar costs £4.</td></tr></table>';
    expect(await outlineOf(html)).toEqual([
      'story: Plums',
      '  title: Plums',
      '  paragraph: The plums are ripe, says the council.',
      'story: Jam',
      '  title: Jam',
      '  paragraph: A jar costs £4.',
    ]);
  });

  it('announces a data table and reads a two-column list', async () => {
    const data =
      '<table><tr><th>Model</th><th>Price</th></tr><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>';
    const list =
      '<table><tr><td>Plums</td><td>300 crates</td></tr><tr><td>Pears</td><td>200 crates</td></tr></table>';
    expect(await outlineOf(`<h2>Prices</h2><p>These are they:</p>${data}${list}`)).toEqual([
      'story: Prices',
      '  title: Prices',
      '  paragraph: These are they:',
      '  announcement: [There is a table of two models in the issue.]',
      '  bullet: Plums: 300 crates',
      '  bullet: Pears: 200 crates',
    ]);
  });

  it('reads an issue without headings as one story that bears its title', async () => {
    expect(
      await outlineOf('<title>Plum Post</title><p>The plums are ripe.</p><p>The jam is sweet.</p>'),
    ).toEqual(['story: Plum Post', '  paragraph: The plums are ripe.', '  paragraph: The jam is sweet.']);
  });

  it('takes bold paragraphs for headings, and an image in a heading for its words', async () => {
    const html =
      '<p><strong>Plums are ripe</strong></p><p>The orchard opened.</p><h2><img src="jam.png" alt="Jam is dear"></h2><p>A jar costs £4.</p>';
    expect((await outlineOf(html)).filter((line) => !line.startsWith(' '))).toEqual([
      'story: Plums are ripe',
      'story: Jam is dear',
    ]);
  });

  it('reads numbered headlines with their numbers', async () => {
    const text =
      '1. Plums Are Ripe\n\nThe orchard at Ludlow opened its gates on Tuesday.\n\n2. Jam Is Dear\n\nA jar costs £4 at the market.\n';
    expect((await outlineOf(text, 'a.txt')).filter((line) => !line.startsWith(' '))).toEqual([
      'story: 1. Plums Are Ripe',
      'story: 2. Jam Is Dear',
    ]);
  });
});
