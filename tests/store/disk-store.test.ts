import { spawn } from 'node:child_process';
import { cp, link, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskStore } from '../../src/store/disk/disk-store.js';

let folder: string;
let output: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'disk-store-'));
  output = path.join(folder, 'output');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockFile = () => path.join(output, '.audio-edition', 'lock');

describe('an output folder that can not be written', () => {
  it('below a file is a clear input error', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const store = openDiskStore(path.join(folder, 'file', 'output'));
    await expect(store.lock({ owner: 'test' })).rejects.toMatchObject({
      code: 'output-not-writable',
      fault: 'input',
      message: expect.stringContaining('--out'),
    });
  });

  it.skipIf(process.platform !== 'linux')('in /proc is answered, not waited for (Linux only)', async () => {
    await expect(openDiskStore('/proc/x/y').lock({ owner: 'test' })).rejects.toMatchObject({
      code: 'output-not-writable',
    });
  });
});

describe('the lock', () => {
  it('of a process that is gone is taken over at once', async () => {
    await mkdir(path.dirname(lockFile()), { recursive: true });
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    const owner = { owner: 'build x', pid: child.pid, host: os.hostname(), since: new Date().toISOString() };
    await writeFile(lockFile(), JSON.stringify(owner));
    const lock = await openDiskStore(output).lock({ owner: 'test', waitMilliseconds: 0 });
    await lock.release();
    expect(await readdir(path.dirname(lockFile()))).toEqual([]);
  });

  it('with the number of this process that is not its own was left by a dead one', async () => {
    await mkdir(path.dirname(lockFile()), { recursive: true });
    const owner = {
      owner: 'build x',
      pid: process.pid,
      host: os.hostname(),
      since: new Date().toISOString(),
    };
    await writeFile(lockFile(), JSON.stringify(owner));
    await (await openDiskStore(output).lock({ owner: 'test', waitMilliseconds: 0 })).release();
  });

  it('of another machine is respected while it is touched, and taken over when nobody touched it for a minute', async () => {
    await mkdir(path.dirname(lockFile()), { recursive: true });
    await writeFile(
      lockFile(),
      JSON.stringify({ owner: 'build x', pid: 1, host: 'elsewhere.example', since: '' }),
    );
    await expect(openDiskStore(output).lock({ owner: 'test', waitMilliseconds: 0 })).rejects.toMatchObject({
      code: 'store-locked',
      message: expect.stringContaining('elsewhere.example'),
    });
    const old = new Date(Date.now() - 61_000);
    await utimes(lockFile(), old, old);
    await (await openDiskStore(output).lock({ owner: 'test', waitMilliseconds: 0 })).release();
  });

  it('gives up waiting when the work is aborted', async () => {
    const held = await openDiskStore(output).lock({ owner: 'first' });
    const abort = new AbortController();
    const waiting = openDiskStore(output).lock({
      owner: 'second',
      signal: abort.signal,
      onWait: () => abort.abort(),
    });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await held.release();
  });
});

describe('a crash', () => {
  /** Publishes the second state and stops the process by force after each possible step. */
  const OLD = { 'one/one.mp3': 'old', 'one/edition.json': 'old', 'feed.xml': 'old' };
  const NEW = {
    ...OLD,
    'one/one.mp3': 'new',
    'one/edition.json': 'new',
    'two/edition.json': 'new',
    'feed.xml': 'new',
  };
  const files = (state: Record<string, string>) =>
    Object.entries(state).map(([name, content]) => ({ name, content }));

  const publish = async (state: Record<string, string>) => {
    const lock = await openDiskStore(output).lock({ owner: 'test' });
    await lock.publish(files(state));
    await lock.release();
  };
  const state = async () => {
    const store = openDiskStore(output);
    const found: Record<string, string> = {};
    for await (const { name } of store.list(''))
      found[name] = Buffer.from((await store.read(name)) ?? []).toString();
    return found;
  };
  const stageBy = async (journal: boolean, alreadyMoved: readonly string[]) => {
    const staging = path.join(output, '.audio-edition', 'publishing');
    for (const [name, content] of Object.entries(NEW)) {
      const target = path.join(staging, 'files', name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    if (journal)
      await writeFile(
        path.join(staging, 'journal.json'),
        JSON.stringify({ moves: Object.keys(NEW), removals: [] }),
      );
    for (const name of alreadyMoved) {
      await mkdir(path.dirname(path.join(output, name)), { recursive: true });
      await cp(path.join(staging, 'files', name), path.join(output, name));
      await rm(path.join(staging, 'files', name));
    }
  };

  it('before the journal is written leaves the last good state', async () => {
    await publish(OLD);
    await stageBy(false, []);
    await (await openDiskStore(output).lock({ owner: 'next' })).release();
    expect(await state()).toEqual(OLD);
    expect(await readdir(path.join(output, '.audio-edition'))).toEqual([]);
  });

  it.each(Object.keys(NEW).map((_, count) => count))(
    'after the journal and %i moves is completed by the next',
    async (count) => {
      await publish(OLD);
      await stageBy(true, Object.keys(NEW).slice(0, count));
      await (await openDiskStore(output).lock({ owner: 'next' })).release();
      expect(await state()).toEqual(NEW);
    },
  );

  it('a second name of a published file is not written again', async () => {
    const store = openDiskStore(output);
    const { publish, release } = await store.lock({ owner: 'test' });
    await publish([{ name: 'story.mp3', content: 'sound' }]);
    const second = path.join(folder, 'second.mp3');
    await link(path.join(output, 'story.mp3'), second);
    // Not read, so that the hash is not looked at.
    const content = { file: second, bytes: 5, sha256: 'unread' };
    expect(await publish([{ name: 'story.mp3', content }])).toMatchObject({ unchanged: ['story.mp3'] });
    await release();
  });

  it('a file that can not be copied changes nothing', async () => {
    await publish(OLD);
    const lock = await openDiskStore(output).lock({ owner: 'test' });
    const missing = { file: path.join(folder, 'missing.mp3'), bytes: 1, sha256: '' };
    await expect(
      lock.publish([...files(NEW), { name: 'one/x.mp3', content: missing }]),
    ).rejects.toMatchObject({ code: 'publish-failed' });
    await lock.release();
    expect(await state()).toEqual(OLD);
  });

  it('leaves no half-written file: a reader sees the old bytes or the new ones', async () => {
    await publish({ 'one/one.mp3': 'a'.repeat(1_000_000) });
    const seen = new Set<string>();
    const lock = await openDiskStore(output).lock({ owner: 'test' });
    const writing = lock.publish([{ name: 'one/one.mp3', content: 'b'.repeat(1_000_000) }]);
    let done = false;
    const watching = (async () => {
      while (!done)
        seen.add(new Set(await readFile(path.join(output, 'one/one.mp3'), 'utf8')).size.toString());
    })();
    await writing;
    done = true;
    await watching;
    await lock.release();
    expect([...seen]).toEqual(['1']);
  });
});
