import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskStore } from '../../src/store/disk/disk-store.js';
import { openArchive } from '../../src/syndicate/archive/archive.js';
import { readManifest, readManifestWithoutWords } from '../../src/syndicate/archive/manifest.js';
import { rebuildFeed, renderEdition } from '../../src/syndicate/index.js';
import { episodeOf, ISSUE, SHOW, STORIES } from './sample-edition.js';

let output: string;
beforeEach(async () => {
  output = await mkdtemp(path.join(os.tmpdir(), 'archive-'));
  await mkdir(path.join(output, '.audio-edition'));
});
afterEach(() => rm(output, { recursive: true }));

const cacheFile = () => path.join(output, '.audio-edition', 'summaries.jsonl');

async function write(slug: string, title: string, text = title): Promise<void> {
  const stories = [...STORIES, { slug: 'last', title, paragraphs: [text] }];
  const issue = { ...ISSUE, slug, title };
  const { files } = renderEdition({
    issue,
    episode: episodeOf(stories, slug),
    show: SHOW,
    notices: [],
    audioFiles: [],
  });
  await mkdir(path.join(output, slug), { recursive: true });
  await writeFile(path.join(output, slug, 'edition.json'), files.at(-1)?.content ?? '');
}

async function titles(): Promise<readonly string[]> {
  const archive = await openArchive(openDiskStore(output));
  try {
    return (await archive.summaries(archive.editions)).map(({ title }) => title);
  } finally {
    archive.close();
  }
}

describe('openArchive', () => {
  it('reads a manifest again only when it has changed', async () => {
    await write('a', 'First');
    expect(await titles()).toEqual(['First']);
    const cached = await readFile(cacheFile(), 'utf8');
    await writeFile(cacheFile(), cached.replaceAll('First', 'Kept!'));
    expect(await titles()).toEqual(['Kept!']);
    await write('a', 'Second, longer');
    expect(await titles()).toEqual(['Second, longer']);
  });

  it('neither has nor reads the edition that is about to be replaced', async () => {
    await write('a', 'First');
    await write('b', 'Second');
    await writeFile(path.join(output, 'b', 'edition.json'), 'half a manifest');
    const archive = await openArchive(openDiskStore(output), 'b');
    expect(archive.editions.map(({ slug }) => slug)).toEqual(['a']);
    archive.close();
    await expect(titles()).rejects.toThrow('b/edition.json');
  });

  it('takes manifests of other programs that leave out what the feed does not need', async () => {
    const manifest = {
      ...{ schema: 1, slug: 'a', title: 'Bare', date: '2026-03-05', language: 'en', durationSeconds: 60 },
      audio: { file: 'a.mp3', mimeType: 'audio/mpeg', bytes: 1, sha256: 'a'.repeat(64) },
      stories: [{ slug: 'one', title: 'One', kind: 'story', startSeconds: 0, endSeconds: 60 }],
    };
    await mkdir(path.join(output, 'a'));
    await writeFile(path.join(output, 'a', 'edition.json'), JSON.stringify(manifest, null, 2));
    expect(await titles()).toEqual(['Bare']);
  });

  it.each([
    ['torn', (text: string) => text.slice(0, -20)],
    ['of another format', (text: string) => text.replace(/^.*\n/, 'other 1\n')],
    ['no text at all', () => '\u0000\u0001'],
  ])('does without a cache that is %s', async (_, damage) => {
    await write('a', 'First');
    await titles();
    await writeFile(cacheFile(), damage(await readFile(cacheFile(), 'utf8')));
    expect(await titles()).toEqual(['First']);
    expect(await titles()).toEqual(['First']);
  });

  it('forgets editions that are gone', async () => {
    await write('a', 'First');
    await write('b', 'Second');
    await titles();
    await rm(path.join(output, 'a'), { recursive: true });
    expect(await titles()).toEqual(['Second']);
  });
});

describe('readManifestWithoutWords', () => {
  it.each(['plain', 'a "}] b', 'ends with \\', 'ends with \\\\"}]', '"words":[', '"words":[{"', ''])(
    'leaves everything but the words: %s',
    async (text) => {
      await write('a', 'Title', text);
      const store = openDiskStore(output);
      const whole = await readManifest(store, 'a');
      const stories = whole.stories.map((story) => ({
        ...story,
        segments: story.segments.map((segment) => ({ ...segment, words: [] })),
      }));
      expect(await readManifestWithoutWords(store, 'a')).toEqual({ ...whole, stories });
    },
  );
});

describe('a long archive', () => {
  it('is paged, and pages that are no longer needed go away', async () => {
    for (let number = 1; number <= 301; number++)
      await write(`issue-${number}`, `Number ${number}`, 'Words.');
    const rebuild = async () => {
      const store = openDiskStore(output);
      const lock = await store.lock({ owner: 'test' });
      try {
        return (await rebuildFeed(store, lock, { show: SHOW, files: [] })).report;
      } finally {
        await lock.release();
      }
    };
    const pages = (names: readonly string[]) =>
      names.filter((name) => /^(feed|index|editions)/.test(name)).sort();
    expect(pages((await rebuild()).written)).toEqual([
      'editions-2.html',
      'editions-3.html',
      'editions-4.html',
      'feed-2.xml',
      'feed.xml',
      'index.html',
    ]);
    expect(await readFile(path.join(output, 'feed-2.xml'), 'utf8')).toContain('<title>Number 1</title>');
    for (let number = 1; number <= 201; number++)
      await rm(path.join(output, `issue-${number}`), { recursive: true });
    expect(pages((await rebuild()).removed)).toEqual([
      'editions-2.html',
      'editions-3.html',
      'editions-4.html',
      'feed-2.xml',
    ]);
  });
});
