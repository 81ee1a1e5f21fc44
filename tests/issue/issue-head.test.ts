import { describe, expect, it } from 'vitest';
import { readIssue } from '../../src/issue/index.js';
import { read, TODAY } from './reading.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what names an issue', () => {
  it('comes from flags before the document', async () => {
    const html = '<title>Plum Post</title><meta name="date" content="2026-05-03"><p>Ripe.</p>';
    expect(await read(html)).toMatchObject({
      title: 'Plum Post',
      date: '2026-05-03',
      slug: '2026-05-03-plum-post',
    });
    expect(await read(html, 'a', { title: 'Plüm & Co', date: '2026-06-01' })).toMatchObject({
      slug: '2026-06-01-pluem-and-co',
    });
    expect(await read(html, 'a', { slug: '../My slug' })).toMatchObject({ slug: 'my-slug' });
  });

  it('is guessed from the file name or the first words, and a guessed date is no part of the slug', async () => {
    expect(await read('Plums are ripe.', 'plum-post_12.txt')).toMatchObject({
      title: 'Plum post 12',
      date: TODAY,
      slug: 'plum-post-12',
    });
    const piped = await readIssue(
      { bytes: bytes('Plums are ripe today, and they will be ripe tomorrow.') },
      { today: TODAY },
    );
    expect(piped.value.title).toBe('Plums are ripe today, and they will be…');
    expect(piped.notices.map((notice) => notice.code)).toEqual(['date-guessed']);
  });

  it('has a slug that is ASCII, bounded and never empty', async () => {
    expect((await read('Ripe.', 'a', { title: '梅' })).slug).toMatch(/^[a-z0-9-]+$/);
    expect((await read('Ripe.', 'a', { title: '¿?' })).slug).toMatch(/^[a-z0-9-]+$/);
    expect((await read('Ripe.', 'a', { title: 'x'.repeat(100) })).slug).toBe('x'.repeat(60));
  });

  it('has a slug of at most 60 characters, cut between words; one that was asked for may be longer', async () => {
    const title = 'Why the ferry was late again, and what the harbour master said about it';
    const { slug } = await read('Ripe.', 'a', { title, date: '2026-05-03' });
    expect(slug).toBe('2026-05-03-why-the-ferry-was-late-again-and-what-the-harbour');
    expect((await read('Ripe.', 'a', { slug: title })).slug).toBe(
      'why-the-ferry-was-late-again-and-what-the-harbour-master-said-about-it',
    );
  });

  it('refuses a date that is none', async () => {
    await expect(read('Ripe.', 'a', { date: '2026-02-30' })).rejects.toThrow(
      'The date "2026-02-30" is no day of the calendar; write it as YYYY-MM-DD.',
    );
  });
});

describe('documents that hold no issue', () => {
  it.each([
    ['', 'There is no text in empty.txt; give an issue that holds at least one sentence.'],
    [' \n\ufeff\n', 'There is no text in empty.txt; give an issue that holds at least one sentence.'],
    [
      '%PDF-1.7 …',
      'empty.txt is a PDF file, not an issue; give HTML, Markdown, plain text or an e-mail (.eml).',
    ],
    [
      'a\u0000b',
      'empty.txt is a binary file, not an issue; give HTML, Markdown, plain text or an e-mail (.eml).',
    ],
  ])('%j', async (text, message) => {
    await expect(read(text, 'empty.txt')).rejects.toThrow(message);
  });
});

describe('charsets', () => {
  it.each([
    ['UTF-16 with its mark', Buffer.from('\ufeffPlüms are ripe.', 'utf16le')],
    ['Windows-1252 without a word', Buffer.from('Pl\u00fcms are ripe.', 'latin1')],
    ['UTF-8', Buffer.from('Plüms are ripe.')],
  ])('%s', async (_name, encoded) => {
    const issue = await readIssue({ bytes: encoded, name: 'a.txt' }, { today: TODAY });
    expect(issue.value.blocks[0]?.text).toBe('Plüms are ripe.');
  });

  it('takes the server’s word', async () => {
    const document = {
      bytes: Buffer.from([0xcf, 0xe8, 0xe2, 0xee, 0x2e]),
      name: '',
      mediaType: 'text/plain; charset=windows-1251',
    };
    expect((await readIssue(document, { today: TODAY })).value.blocks[0]?.text).toBe('Пиво.');
  });
});
