import { describe, expect, it } from 'vitest';
import { blockOf, droppedOf, outlineOf, read } from './reading.js';

const MARKDOWN = `---
title: "The Weekly Plum"
date: 2026-05-03
lang: en-GB
---

Hello plums,

This is a *letter* with a [link][1], a footnote[^1] and ~~struck~~ words.

Cheers,
Ann

![A plum on a plate](plum.jpg)

## News

### Plums rise

They rose by 4%. See \`plum()\`.

- One
- Two

\`\`\`js
const plum = 1;
\`\`\`

### Plums fall

They fell.<br><br>Then <b>rose</b>.

[1]: https://plum.example
[^1]: The note.
`;

describe('Markdown', () => {
  it('is read with front matter, lists, references and the HTML inside', async () => {
    expect(await read(MARKDOWN, 'a.md')).toMatchObject({
      title: 'The Weekly Plum',
      date: '2026-05-03',
      language: 'en-GB',
    });
    expect(await outlineOf(MARKDOWN, 'a.md')).toEqual([
      'letter: Letter',
      '  paragraph: Hello plums,',
      '  paragraph: This is a letter with a link, a footnote and struck words.',
      '  paragraph: Cheers, Ann',
      'story: Plums rise',
      '  announcement: News',
      '  title: Plums rise',
      '  paragraph: They rose by 4%. See plum().',
      '  bullet: One',
      '  bullet: Two',
      '  announcement: [There is a listing of code in the issue.]',
      'story: Plums fall',
      '  title: Plums fall',
      '  paragraph: They fell.',
      '  paragraph: Then rose.',
    ]);
  });

  it('leaves out marks and texts of footnotes, alt texts and code', async () => {
    expect((await droppedOf(MARKDOWN, 'a.md')).map((entry) => entry.split(':')[0])).toEqual([
      'footnote-mark',
      'alt-text',
      'code-listing',
      'footnotes',
      'footnotes',
    ]);
  });

  it('says in which line of the file a block stands', async () => {
    const issue = await read(MARKDOWN, 'a.md');
    expect(blockOf(issue, 'Hello plums,').position.line).toBe(7);
    expect(blockOf(issue, 'Plums fall').position.line).toBe(29);
  });

  it('keeps links and emphasis at the words they belong to', async () => {
    const block = blockOf(
      await read(MARKDOWN, 'a.md'),
      'This is a letter with a link, a footnote and struck words.',
    );
    expect(block.links).toEqual([{ span: [24, 28], href: 'https://plum.example' }]);
    expect(block.emphasis).toEqual([
      { span: [10, 16], kind: 'emphasis' },
      { span: [45, 51], kind: 'deleted' },
    ]);
  });
});
