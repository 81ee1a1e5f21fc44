import { parseBuffer } from 'music-metadata';
import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../src/stitch/chapters.js';
import { id3Tag, tagBytes } from '../../src/stitch/id3.js';
import { emptyStereoFrame } from '../../src/stitch/mp3-frames.js';

const facts = { title: 'Title', artist: 'Artist', album: 'Album', date: '2026-03-04' };
const picture = { bytes: Buffer.from('\x89PNG\r\n\x1a\npicture', 'latin1'), mimeType: 'image/png' } as const;

function chapters(count: number): Chapter[] {
  return Array.from({ length: count }, (_, index) => ({
    title: `Chapter ${index}: “Größe”`,
    startSeconds: index,
    endSeconds: index + 1,
    url: 'https://example.com/größe?a=b',
  }));
}

function framesNamed(tag: Buffer, name: string): number {
  return tag.toString('latin1').split(name).length - 1;
}

/** With silent frames behind it, because a tag alone is no file to anyone. */
function readTag(tag: Buffer) {
  const frames = Array.from({ length: 5 }, (_, index) => emptyStereoFrame(index));
  return parseBuffer(Buffer.concat([tag, ...frames]), { mimeType: 'audio/mpeg' });
}

describe('id3Tag', () => {
  it('names title, artist, album, date and cover for another reader', async () => {
    const { common } = await readTag(id3Tag({ ...facts, track: '2/7', cover: picture }));
    expect(common).toMatchObject({ title: 'Title', artist: 'Artist', album: 'Album', year: 2026 });
    expect(common.track).toEqual({ no: 2, of: 7 });
    expect(common.picture?.[0]).toMatchObject({ format: 'image/png', type: 'Cover (front)' });
  });

  it('gives every chapter its frame, link and picture, and a table of contents', () => {
    const tag = id3Tag({ ...facts, chapters: chapters(3), chapterPictures: [undefined, picture] });
    expect(framesNamed(tag, 'CHAP')).toBe(3);
    expect(framesNamed(tag, 'CTOC')).toBe(1);
    expect(framesNamed(tag, 'https://example.com/gr%C3%B6%C3%9Fe?a=b')).toBe(3);
    expect(framesNamed(tag, 'APIC')).toBe(1);
  });

  it('makes a table of tables where one would not hold all chapters', () => {
    const tag = id3Tag({ ...facts, chapters: chapters(600) });
    expect(framesNamed(tag, 'CHAP')).toBe(600);
    expect(framesNamed(tag, 'CTOC')).toBe(4);
  });

  it('survives control characters and halves of characters in titles', async () => {
    const { common } = await readTag(id3Tag({ ...facts, title: 'A\u0000B\n\ud800C' }));
    expect(common.title).toBe('A B �C');
  });

  it('says its own length', () => {
    const tag = id3Tag({ ...facts, chapters: chapters(40) });
    expect(tagBytes(tag)).toBe(tag.length);
    expect(tagBytes(Buffer.from([0xff, 0xfb]))).toBe(0);
  });
});
