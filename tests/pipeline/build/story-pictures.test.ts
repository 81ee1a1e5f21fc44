import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Script, ScriptStory } from '../../../src/edition.js';
import { pictureNames, storyPictures } from '../../../src/pipeline/build/story-pictures.js';
import { nodeHost } from '../../../src/pipeline/node-host.js';
import type { Workshop } from '../../../src/pipeline/workshop.js';
import { installedFfmpeg } from '../../stitch/programs.js';

const SAMPLE = new URL('../../../examples/pictures/clock-tower.png', import.meta.url);

let folder: string;
let png: Buffer;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pictures-'));
  png = await readFile(SAMPLE);
  await mkdir(path.join(folder, 'issue'));
  await writeFile(path.join(folder, 'issue', 'tower of clocks.png'), png);
  await writeFile(path.join(folder, 'secret.png'), png);
});
afterEach(() => rm(folder, { recursive: true }));

function scriptWith(pictures: Readonly<Record<string, string>>, url?: string): Script {
  const story = ([slug, address]: readonly [string, string]): ScriptStory => ({
    slug,
    title: slug,
    kind: 'story',
    picture: { url: address, alt: '' },
    segments: [],
  });
  const issue = { slug: 'an-issue', title: 'An issue', date: '2026-03-04', language: 'en' };
  return {
    issue: url === undefined ? issue : { ...issue, url },
    stories: Object.entries(pictures).map(story),
    dropped: [],
  };
}

/** Finds pictures as a build does; `web` is what the internet holds. */
async function find(
  script: Script,
  web: Readonly<Record<string, Uint8Array>> = {},
  keptTakes: ReadonlyMap<ScriptStory, unknown> = new Map(),
) {
  const asked: string[] = [];
  const fetchPicture = async (url: string) => {
    asked.push(url);
    const bytes = web[url];
    if (bytes === undefined) throw new Error(`${url} answers with status 404`);
    return { bytes, url };
  };
  const host = { ...nodeHost(), pictures: { readFile, fetch: fetchPicture } };
  const workshop = { ffmpeg: installedFfmpeg, picturesFolder: path.join(folder, 'kept') } as Workshop;
  const order = { script, issueFolder: path.join(folder, 'issue'), keptTakes };
  const { value, notices } = await storyPictures(order, workshop, host);
  return { found: [...value.keys()].sort(), notices: notices.map(({ message }) => message), asked };
}

describe('storyPictures', () => {
  it('finds pictures beside the issue, on the web, and in the issue itself', async () => {
    const data = `data:image/png;base64,${png.toString('base64')}`;
    const script = scriptWith({
      beside: 'tower%20of%20clocks.png',
      web: 'https://x.example/a.png',
      within: data,
    });
    const { found, notices } = await find(script, { 'https://x.example/a.png': png });
    expect(found).toEqual(['beside', 'web', 'within']);
    expect(notices).toEqual([]);
  });

  it('takes a relative address from where the issue was published', async () => {
    const script = scriptWith({ one: '/img/a.png' }, 'https://x.example/issues/7');
    expect((await find(script, { 'https://x.example/img/a.png': png })).found).toEqual(['one']);
  });

  it('fetches nothing twice', async () => {
    const script = scriptWith({ one: 'https://x.example/a.png' });
    expect((await find(script, { 'https://x.example/a.png': png })).asked).toHaveLength(1);
    const again = await find(script);
    expect(again.asked).toEqual([]);
    expect(again.found).toEqual(['one']);
  });

  it('looks for none anew where a story stays as it is', async () => {
    const script = scriptWith({ one: 'https://x.example/a.png' });
    const stays = new Map(script.stories.map((story) => [story, new Map()]));
    const result = await find(script, { 'https://x.example/a.png': png }, stays);
    expect(result).toEqual({ found: [], notices: [], asked: [] });
  });

  it('goes on without a picture that can’t be had, and names it in one notice', async () => {
    const script = scriptWith({ lost: 'https://x.example/gone.png', odd: 'data:text/plain,x' });
    const { found, notices } = await find(script);
    expect(found).toEqual([]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('"lost", "odd"');
    expect(notices[0]).toContain('answers with status 404');
  });

  it.each(['../secret.png', '..%2Fsecret.png', '/etc/passwd', 'file:///etc/passwd'])(
    'reads no file that does not lie with the issue: %s',
    async (url) => {
      const { found, notices } = await find(scriptWith({ one: url }));
      expect(found).toEqual([]);
      expect(notices[0]).toContain('does not lie beside the issue');
    },
  );
});

describe('pictureNames', () => {
  it('tells a path beside one issue from the same path beside another', () => {
    const one = scriptWith({ one: 'a.png' });
    const other = { ...one, issue: { ...one.issue, slug: 'other' } };
    expect(pictureNames(one)).not.toEqual(pictureNames(other));
    const web = { one: 'https://x.example/a.png' };
    expect(pictureNames(scriptWith(web))).toEqual(
      pictureNames({ ...scriptWith(web), issue: { ...one.issue, slug: 'other' } }),
    );
  });
});
