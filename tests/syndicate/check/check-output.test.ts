import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edition, PublishedFile } from '../../../src/edition.js';
import { openDiskStore } from '../../../src/store/disk/disk-store.js';
import {
  checkOutput,
  type MeasureSound,
  publishEdition,
  renderEdition,
} from '../../../src/syndicate/index.js';
import { episodeOf, ISSUE, SHOW, STORIES } from '../sample-edition.js';

let output: string;
let heard: Awaited<ReturnType<MeasureSound>>;

beforeEach(async () => {
  output = await mkdtemp(path.join(os.tmpdir(), 'check-'));
  await publish();
});
afterEach(() => rm(output, { recursive: true }));

async function publish(): Promise<void> {
  const store = openDiskStore(output);
  const lock = await store.lock({ owner: 'test' });
  const episode = episodeOf(STORIES);
  const sound = (name: string) => ({ name, ...described('sound') });
  const stories = episode.stories.map((story) => ({ ...story, ...described('sound') }));
  const audio = { ...episode.audio, ...described('sound') };
  heard = {
    durationSeconds: episode.durationSeconds,
    loudnessLufs: -16,
    truePeakDbtp: -1.5,
    longestSilenceSeconds: 1,
    chapters: stories,
  };
  const audioFiles = [sound(audio.file), ...stories.map(({ file }) => sound(file))];
  const rendered = renderEdition({
    issue: ISSUE,
    episode: { ...episode, audio, stories },
    show: SHOW,
    notices: [],
    audioFiles,
  });
  const web = ['audio-edition.classic.js', 'page.js', 'theme.css'].map((name) => ({
    name: `player/${name}`,
    content: '',
  }));
  const files = audioFiles.map(({ name }) => ({ name, content: 'sound' }));
  await publishEdition(store, lock, rendered, files, { show: SHOW, files: web });
  await lock.release();
}

function described(content: string): Omit<PublishedFile, 'name'> {
  return { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') };
}

const codes = async () => {
  const { findings } = await checkOutput(openDiskStore(output), { measureSound: async () => heard });
  return [...new Set(findings.map(({ code, file }) => `${file}: ${code}`))];
};

async function change(name: string, edit: (text: string) => string): Promise<void> {
  const file = path.join(output, name);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

/** Changes a text and its entry in the manifest, as a program with a fault would have written it. */
async function publishWrongly(name: string, edit: (text: string) => string): Promise<void> {
  await change(`issue-12/${name}`, edit);
  const content = await readFile(path.join(output, 'issue-12', name), 'utf8');
  await changeManifest((manifest) => ({
    ...manifest,
    files: manifest.files.map((file) => (file.name === name ? { name, ...described(content) } : file)),
  }));
}

async function changeManifest(edit: (manifest: Edition) => object): Promise<void> {
  await change('issue-12/edition.json', (text) => JSON.stringify(edit(JSON.parse(text) as Edition)));
}

async function hear(other: Partial<typeof heard>): Promise<void> {
  heard = { ...heard, ...other };
}

describe('checkOutput', () => {
  it('finds nothing wrong with what was just published', async () => {
    const report = await checkOutput(openDiskStore(output), { measureSound: async () => heard });
    expect(report).toMatchObject({ editions: ['issue-12'], findings: [] });
    expect(report.files).toBeGreaterThan(15);
  });

  it('says what is wrong and how to mend it', async () => {
    await rm(path.join(output, 'issue-12/transcript.srt'));
    const { findings } = await checkOutput(openDiskStore(output));
    expect(findings).toContainEqual({
      code: 'file-differs',
      file: 'issue-12/transcript.srt',
      problem: 'it is missing',
      remedy: 'build the issue of "issue-12" again',
    });
  });

  it.each<[string, () => Promise<void>, string]>([
    [
      'a changed byte',
      () => change('issue-12/issue-12.mp3', () => 'Sound'),
      'issue-12/issue-12.mp3: file-differs',
    ],
    [
      'a cut file',
      () => change('issue-12/chapters.json', (text) => text.slice(9)),
      'issue-12/chapters.json: file-differs',
    ],
    [
      'a file too many',
      () => writeFile(path.join(output, 'issue-12/notes.txt'), ''),
      'issue-12/notes.txt: file-not-listed',
    ],
    [
      'a broken manifest',
      () => change('issue-12/edition.json', () => '{}'),
      'issue-12/edition.json: bad-manifest',
    ],
    [
      'overlapping stories',
      () => changeManifest(({ stories, ...rest }) => ({ ...rest, stories: stories.toReversed() })),
      'issue-12/edition.json: times-overlap',
    ],
    [
      'an episode too short',
      () => changeManifest((manifest) => ({ ...manifest, durationSeconds: 9 })),
      'issue-12/edition.json: times-beyond-end',
    ],
    [
      'a chapter elsewhere',
      () => publishWrongly('chapters.json', (text) => text.replace('"startTime": 9', '"startTime": 10')),
      'issue-12/chapters.json: chapters-differ',
    ],
    [
      'another word',
      () => publishWrongly('transcript.vtt', (text) => text.replace('Tuesday', 'Monday')),
      'issue-12/transcript.vtt: transcript-differs',
    ],
    [
      'a time out of order',
      () => publishWrongly('transcript.vtt', (text) => text.replace('00:00:04.500 -->', '00:00:14.500 -->')),
      'issue-12/transcript.vtt: transcript-times',
    ],
    [
      'a feed with an old length',
      () => change('feed.xml', (text) => text.replaceAll('length="5"', 'length="6"')),
      'feed.xml: enclosure-differs',
    ],
    [
      'a feed with an old version',
      () => change('feed.xml', (text) => text.replaceAll('?v=', '?v=0')),
      'feed.xml: enclosure-differs',
    ],
    [
      'a feed without the edition',
      () => change('feed.xml', (text) => text.replace(/<item>.*<\/item>/s, '')),
      'feed.xml: feed-item-missing',
    ],
    [
      'a feed that is not XML',
      () => change('feed.xml', (text) => text.replace('</item>', '')),
      'feed.xml: feed-broken',
    ],
    ['no feed', () => rm(path.join(output, 'feed.xml')), 'feed.xml: feed-missing'],
    ['a dead link', () => rm(path.join(output, 'player/theme.css')), 'index.html: dead-link'],
    ['other loudness', () => hear({ loudnessLufs: -19 }), 'issue-12/issue-12.mp3: loudness-differs'],
    ['other length', () => hear({ durationSeconds: 20 }), 'issue-12/issue-12.mp3: duration-differs'],
  ])('finds %s', async (_, damage, finding) => {
    await damage();
    expect(await codes()).toContain(finding);
  });
});
