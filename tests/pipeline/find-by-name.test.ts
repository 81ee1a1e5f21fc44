import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findEdition, findStory } from '../../src/pipeline/find-by-name.js';
import { openDiskStore } from '../../src/store/disk/disk-store.js';

const stories = [
  { slug: 'letter', title: 'Letter' },
  { slug: 'a-clock-in-the-rain', title: 'A Clock in the Rain' },
  { slug: 'a-bell-in-the-rain', title: 'A Bell in the Rain' },
];
const found = (name: string) => findStory(stories, name, 'issue-1').slug;

describe('findStory', () => {
  it.each([
    ['its slug', 'letter', 'letter'],
    ['its number', '2', 'a-clock-in-the-rain'],
    ['a part of its title', 'clock', 'a-clock-in-the-rain'],
    ['whatever the case', 'BELL', 'a-bell-in-the-rain'],
  ])('by %s', (_, name, slug) => {
    expect(found(name)).toBe(slug);
  });

  it('answers what is ambiguous with the choices', () => {
    expect(() => found('rain')).toThrow(
      /several for the story "rain"; choose one of: a-clock-in-the-rain, a-bell-in-the-rain/,
    );
  });

  it('answers what is unknown with all there are', () => {
    expect(() => found('tram')).toThrow(/no story "tram"; choose one of: 1 letter, 2 a-clock/);
    expect(() => found('7')).toThrow(/no story "7"/);
  });
});

describe('findEdition', () => {
  const find = async (name: string): Promise<string> => {
    const output = await mkdtemp(path.join(os.tmpdir(), 'find-'));
    onTestFinished(() => rm(output, { recursive: true }));
    for (const [slug, date] of [
      ['issue-9', '2026-03-05'],
      ['issue-10', '2026-03-05'],
      ['special', '2025-12-24'],
    ] as const) {
      await mkdir(path.join(output, slug));
      const manifest = { schema: 1, slug, title: slug, date, audio: { sha256: '0' }, stories: [] };
      await writeFile(path.join(output, slug, 'edition.json'), JSON.stringify(manifest));
    }
    return findEdition(openDiskStore(output), name);
  };

  it.each([
    ['its slug', 'issue-9', 'issue-9'],
    ['a beginning that only it has', 'spec', 'special'],
    ['being the latest: the last number of the newest day', 'latest', 'issue-10'],
  ])('by %s', async (_, name, slug) => {
    expect(await find(name)).toBe(slug);
  });

  it('answers what is unknown or ambiguous with the choices', async () => {
    await expect(find('issue')).rejects.toThrow(
      /several for the edition "issue"; choose one of: issue-10, issue-9/,
    );
    await expect(find('x')).rejects.toMatchObject({ code: 'edition-unknown', fault: 'input' });
  });
});
