import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleWeb } from '../../../src/web/build/bundle.js';

describe('the bundled player', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bundle-'));
    await bundleWeb(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const names = ['audio-edition.js', 'audio-edition.classic.js'] as const;

  it.each(names)('%s is at most 30 KB, styles and words included', async (name) => {
    const script = await readFile(path.join(folder, 'player', name));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(30 * 1024);
  });

  it.each(names)('%s names no other site but in its licences and namespaces', async (name) => {
    const script = await readFile(path.join(folder, 'player', name), 'utf8');
    const code = script.replace(/\/\*[\s\S]*?\*\//g, '');
    const sites = Array.from(code.matchAll(/https?:\/\/[\w.]+/g), ([site]) => site);
    expect(sites.filter((site) => site !== 'http://www.w3.org')).toEqual([]);
  });

  it('is one file each', async () => {
    expect((await readdir(path.join(folder, 'player'))).sort()).toEqual([...names].sort());
  });
});
