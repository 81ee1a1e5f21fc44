import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingFile, Store, StoreLock } from '../../src/store/contract.js';

/** What a store must do for the suite: make an empty one, open it again as another program would. */
export interface StoreSetup {
  readonly open: () => Promise<Store>;
  readonly close: () => Promise<void>;
}

/** Every store passes these. */
export function testStore(name: string, setup: () => Promise<StoreSetup>): void {
  describe(`store contract: ${name}`, () => {
    let current: StoreSetup;
    let store: Store;
    beforeEach(async () => {
      current = await setup();
      store = await current.open();
    });
    afterEach(() => current.close());

    const publish = async (files: readonly OutgoingFile[], removals: readonly string[] = []) => {
      const lock = await store.lock({ owner: 'test' });
      try {
        return await lock.publish(files, removals);
      } finally {
        await lock.release();
      }
    };
    const text = async (file: string) => {
      const bytes = await store.read(file);
      return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
    };

    it('is empty at first', async () => {
      expect(await text('feed.xml')).toBeUndefined();
      expect(await collect(store.editions())).toEqual([]);
      expect(await collect(store.list(''))).toEqual([]);
    });

    it('gives back what was published, byte by byte', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
      const report = await publish([
        { name: 'one/stories/01-å.mp3', content: bytes },
        { name: 'feed.xml', content: '<rss/> ü' },
      ]);
      expect(report).toEqual({ written: ['one/stories/01-å.mp3', 'feed.xml'], unchanged: [], removed: [] });
      expect(Buffer.from((await store.read('one/stories/01-å.mp3')) ?? []).equals(bytes)).toBe(true);
      expect(await text('feed.xml')).toBe('<rss/> ü');
    });

    it('lends the bytes of files of any size, one after the other', async () => {
      const sizes = [10, 100_000, 3, 0, 200_000];
      await publish(sizes.map((size) => ({ name: `f-${size}`, content: 'x'.repeat(size) })));
      for (const size of sizes) {
        expect(await store.lend(`f-${size}`, (bytes) => bytes.toString())).toBe('x'.repeat(size));
      }
      expect(await store.lend('none', () => 1)).toBeUndefined();
      await expect(store.lend('../x', () => 1)).rejects.toMatchObject({ code: 'bad-file-name' });
    });

    it('copies local files and leaves them where they are', async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'store-test-'));
      try {
        const file = path.join(folder, 'a.mp3');
        await writeFile(file, 'sound');
        const local = { file, bytes: 5, sha256: createHash('sha256').update('sound').digest('hex') };
        await publish([{ name: 'one/one.mp3', content: local }]);
        expect((await publish([{ name: 'one/one.mp3', content: local }])).unchanged).toEqual(['one/one.mp3']);
        expect(await text('one/one.mp3')).toBe('sound');
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    it('does not write again what is there already', async () => {
      await publish([{ name: 'a.txt', content: 'same' }]);
      const report = await publish([
        { name: 'a.txt', content: 'same' },
        { name: 'b.txt', content: 'new' },
      ]);
      expect(report).toEqual({ written: ['b.txt'], unchanged: ['a.txt'], removed: [] });
    });

    it('removes what is no longer published', async () => {
      await publish([{ name: 'one/old.mp3', content: 'x' }]);
      const report = await publish([{ name: 'one/new.mp3', content: 'y' }], ['one/old.mp3', 'one/never.mp3']);
      expect(report.removed).toEqual(['one/old.mp3']);
      expect(await text('one/old.mp3')).toBeUndefined();
    });

    it('finds editions by their manifest, with a version that follows its bytes', async () => {
      await publish([
        { name: 'one/edition.json', content: '{"a":1}' },
        { name: 'player/a.js', content: 'x' },
        { name: '.audio-edition/summaries.json', content: '{}' },
      ]);
      const before = await collect(store.editions());
      expect(before.map(({ slug }) => slug)).toEqual(['one']);
      await publish([{ name: 'one/edition.json', content: '{"a":2}' }]);
      const after = await collect(store.editions());
      expect(after[0]?.version).not.toBe(before[0]?.version);
    });

    it('lists published files, not the private ones', async () => {
      await publish([
        { name: 'one/edition.json', content: '12' },
        { name: 'feed.xml', content: '123' },
        { name: '.audio-edition/x', content: '1' },
      ]);
      const names = async (folder: string) =>
        (await collect(store.list(folder))).map(({ name, bytes }) => `${name} ${bytes}`).sort();
      expect(await names('')).toEqual(['feed.xml 3', 'one/edition.json 2']);
      expect(await names('one')).toEqual(['one/edition.json 2']);
    });

    it('keeps a second program waiting, and says for whom', async () => {
      const other = await current.open();
      const first = await store.lock({ owner: 'build one' });
      await expect(other.lock({ owner: 'build two', waitMilliseconds: 0 })).rejects.toMatchObject({
        code: 'store-locked',
        message: expect.stringContaining('"build one"'),
      });
      let third = Promise.reject<StoreLock>(new Error('not asked for yet'));
      third.catch(() => undefined);
      const told = await new Promise<string>((resolve) => {
        third = other.lock({ owner: 'build three', onWait: resolve });
      });
      expect(told).toContain('"build one"');
      await first.release();
      await (await third).release();
    });

    it('refuses names that lead out', async () => {
      await expect(publish([{ name: '../x', content: '' }])).rejects.toMatchObject({ code: 'bad-file-name' });
      await expect(store.read('a/../../x')).rejects.toMatchObject({ code: 'bad-file-name' });
    });
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
