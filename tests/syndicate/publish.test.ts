import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edition, Show } from '../../src/edition.js';
import { openDiskStore } from '../../src/store/disk/disk-store.js';
import {
  type CorrectionRequest,
  formerEdition,
  listEditions,
  publishEdition,
  rebuildFeed,
  renderEdition,
} from '../../src/syndicate/index.js';
import { episodeOf, ISSUE, SHOW, STORIES } from './sample-edition.js';

let output: string;
beforeEach(async () => {
  output = await mkdtemp(path.join(os.tmpdir(), 'publish-'));
});
afterEach(() => rm(output, { recursive: true }));

interface Order extends CorrectionRequest {
  readonly slug?: string;
  readonly date?: string;
  readonly sound?: string;
  readonly show?: Show;
}

/** Publishes an edition whose "MP3" is the given text. */
async function publish({
  slug = 'issue-12',
  date = ISSUE.date,
  sound = 'sound',
  show = SHOW,
  ...request
}: Order) {
  const store = openDiskStore(output);
  const lock = await store.lock({ owner: 'test' });
  try {
    const bytes = Buffer.from(sound);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const episode = episodeOf(STORIES, slug);
    const name = `${slug}.mp3`;
    const rendered = renderEdition({
      issue: { ...ISSUE, slug, date },
      episode: { ...episode, audio: { ...episode.audio, bytes: bytes.length, sha256 } },
      show,
      notices: [],
      audioFiles: [{ name, bytes: bytes.length, sha256 }],
      former: await formerEdition(store, slug),
      ...request,
    });
    return await publishEdition(store, lock, rendered, [{ name, content: bytes }], { show, files: [] });
  } finally {
    await lock.release();
  }
}

async function rebuild(show: Show = SHOW) {
  const store = openDiskStore(output);
  const lock = await store.lock({ owner: 'test' });
  try {
    return await rebuildFeed(store, lock, { show, files: [] });
  } finally {
    await lock.release();
  }
}

const text = (name: string) => readFile(path.join(output, name), 'utf8');
const feed = async () => parseRssFeed(await text('feed.xml'));
const itemOf = async () => {
  const item = (await feed()).items?.[0];
  return { guid: item?.guid?.value, url: item?.enclosures?.[0]?.url, notes: item?.content?.encoded };
};

describe('publishEdition', () => {
  it('writes the feed last, and nothing at all when nothing has changed', async () => {
    expect((await publish({})).report.written.at(-1)).toBe('feed.xml');
    expect((await publish({})).report.written).toEqual([]);
  });

  it('lists all editions, newest first', async () => {
    await publish({ slug: 'issue-2', date: '2026-01-02' });
    await publish({ slug: 'issue-10', date: '2026-01-09' });
    await publish({ slug: 'issue-9', date: '2026-01-09' });
    const links = (await feed()).items?.map(({ link }) => link?.split('/').at(-2));
    expect(links).toEqual(['issue-10', 'issue-9', 'issue-2']);
    expect((await listEditions(openDiskStore(output))).map(({ slug }) => slug)).toEqual([
      'issue-10',
      'issue-9',
      'issue-2',
    ]);
  });

  it('removes files that the edition no longer has', async () => {
    await publish({});
    const { baseUrl: _, ...local } = SHOW;
    const { report, notices } = await publish({ show: local });
    expect(report.removed).toEqual(['issue-12/oembed.json']);
    expect(notices.map(({ code }) => code)).toContain('feed-not-public');
  });
});

describe('a correction', () => {
  const correction = { at: '2026-03-06T10:00:00.000Z', story: 'bell', note: 'It was 1604.' };

  it('keeps the GUID and the path, and gives the sound a new URL everywhere', async () => {
    await publish({});
    const before = await itemOf();
    await publish({ sound: 'corrected', correction });
    const after = await itemOf();
    expect(after.guid).toBe(before.guid);
    expect(after.url?.split('?')[0]).toBe(before.url?.split('?')[0]);
    expect(after.url).not.toBe(before.url);
    const version = after.url?.split('?')[1] ?? 'none';
    const manifest = JSON.parse(await text('issue-12/edition.json')) as Edition;
    expect(manifest.audio.url).toBe(`issue-12.mp3?${version}`);
    expect(await text('issue-12/index.html')).toContain(`src="issue-12.mp3?${version}"`);
    expect(await text('issue-12/issue-12.mp3')).toBe('corrected');
  });

  it('is told in manifest, page, notes and feed date, and stays in later builds', async () => {
    await publish({});
    await publish({ sound: 'corrected', correction });
    await publish({ sound: 'corrected again' });
    expect((JSON.parse(await text('issue-12/edition.json')) as Edition).corrections).toEqual([correction]);
    expect(await text('issue-12/index.html')).toContain('It was 1604.');
    expect((await itemOf()).notes).toContain('It was 1604.');
    expect((await feed()).lastBuildDate).toBe('Fri, 06 Mar 2026 10:00:00 GMT');
    expect((await listEditions(openDiskStore(output)))[0]).toMatchObject({ corrected: true, reissues: 0 });
  });

  it('that is reissued has a new GUID, once and for all', async () => {
    await publish({});
    const first = (await itemOf()).guid;
    await publish({ sound: 'corrected', correction, reissue: true });
    const second = (await itemOf()).guid;
    await publish({ sound: 'corrected' });
    expect(second).not.toBe(first);
    expect((await feed()).items?.[0]?.pubDate).toBe('Fri, 06 Mar 2026 10:00:00 GMT');
    expect((await itemOf()).guid).toBe(second);
    expect((await feed()).items).toHaveLength(1);
  });
});

describe('rebuildFeed', () => {
  it('writes the same bytes for the same editions, whatever was there', async () => {
    await publish({});
    const before = await text('feed.xml');
    await rm(path.join(output, 'feed.xml'));
    await rm(path.join(output, '.audio-edition'), { recursive: true });
    await rebuild();
    expect(await text('feed.xml')).toBe(before);
    expect((await rebuild()).report.written).toEqual([]);
  });

  it("keeps the show's GUID when the show moves", async () => {
    await publish({});
    const guid = (await feed()).podcast?.guid;
    await rebuild({ ...SHOW, baseUrl: 'https://moved.example' });
    expect((await feed()).atom?.links?.[0]?.href).toBe('https://moved.example/feed.xml');
    expect((await feed()).podcast?.guid).toBe(guid);
  });

  it('follows manifests that were changed by others, in their own way of writing JSON', async () => {
    await publish({});
    const manifest = JSON.parse(await text('issue-12/edition.json')) as Edition;
    const { writeFile } = await import('node:fs/promises');
    const title = 'Changed, with a "}]" and a \\ in it';
    await writeFile(
      path.join(output, 'issue-12/edition.json'),
      JSON.stringify({ ...manifest, title }, null, 2),
    );
    await rebuild();
    expect((await feed()).items?.[0]?.title).toBe(title);
  });

  it('names a manifest that is broken', async () => {
    await publish({});
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path.join(output, 'issue-12/edition.json'), '{"schema":1');
    await expect(rebuild()).rejects.toMatchObject({
      code: 'bad-manifest',
      message: expect.stringContaining('issue-12/edition.json'),
    });
  });
});
