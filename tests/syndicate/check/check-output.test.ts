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

/** Changes the first word of the last story. */
function withWord(manifest: Edition, other: object): Edition {
  return JSON.parse(JSON.stringify(manifest), function (this: unknown, key, value) {
    const isFirst =
      key === '0' && typeof value === 'object' && value !== null && 'speech' in value && !('id' in value);
    return isFirst ? { ...value, ...other } : value;
  }) as Edition;
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

  it('says that a sound can not be decoded', async () => {
    const measureSound = () => Promise.reject(new Error('no frames'));
    const { findings } = await checkOutput(openDiskStore(output), { measureSound });
    expect(findings).toMatchObject([{ code: 'sound-unreadable', file: 'issue-12/issue-12.mp3' }]);
  });

  it('says for every fault what to do', async () => {
    await rm(path.join(output, 'player/page.js'));
    await change('feed.xml', (text) => text.replace('</item>', ''));
    await change('issue-12/issue-12.mp3', () => 'Sound');
    const { findings } = await checkOutput(openDiskStore(output));
    expect(findings.length).toBeGreaterThan(3);
    for (const { remedy } of findings) expect(remedy).toMatch(/audio-edition feed|again|remove/);
  });

  it('leaves feed and index alone in a copy that does not say what the show is', async () => {
    await rm(path.join(output, '.audio-edition'), { recursive: true });
    expect(await codes()).toEqual([]);
  });

  it.each<[string, () => Promise<void>, string]>([
    [
      'a changed byte',
      () => change('issue-12/issue-12.mp3', () => 'Sound'),
      'issue-12/issue-12.mp3: file-differs',
    ],
    [
      'a player that is not the one that was published',
      () => change('player/page.js', () => 'alert(1)'),
      'player/page.js: file-differs',
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
    [
      'another title in the feed',
      () => change('feed.xml', (text) => text.replace('<title>A bell under', '<title>A bull under')),
      'feed.xml: out-of-date',
    ],
    [
      'an index that lists another edition',
      () => change('index.html', (text) => text.replace('A bell under', 'A bull under')),
      'index.html: out-of-date',
    ],
    [
      'an item twice',
      () => change('feed.xml', (text) => text.replace(/<item>.*<\/item>/s, '$&$&')),
      'feed.xml: feed-item-twice',
    ],
    [
      'an item of an edition that is gone',
      () => rm(path.join(output, 'issue-12'), { recursive: true }),
      'feed.xml: feed-item-unknown',
    ],
    [
      'a word that points outside of its text',
      () => changeManifest((manifest) => withWord(manifest, { source: [0, 9_999] })),
      'issue-12/edition.json: word-outside-text',
    ],
    [
      'a word out of order',
      () => changeManifest((manifest) => withWord(manifest, { startSeconds: -5 })),
      'issue-12/edition.json: times-overlap',
    ],
    [
      'two hashes for a file',
      () =>
        changeManifest(({ audio, ...rest }) => ({ ...rest, audio: { ...audio, sha256: 'f'.repeat(64) } })),
      'issue-12/edition.json: hash-differs',
    ],
    [
      'a story whose sound is not listed',
      () =>
        changeManifest(({ files, ...rest }) => ({
          ...rest,
          files: files.filter(({ name }) => name !== 'stories/01-letter.mp3'),
        })),
      'issue-12/edition.json: file-not-listed',
    ],
    [
      'chapters that are none',
      () => publishWrongly('chapters.json', () => '[]'),
      'issue-12/chapters.json: chapters-unreadable',
    ],
    [
      'a transcript that is none',
      () => publishWrongly('transcript.vtt', (text) => text.replace('WEBVTT', 'SUBTITLES')),
      'issue-12/transcript.vtt: transcript-unreadable',
    ],
    [
      'a transcript that goes on after the end',
      () => publishWrongly('transcript.vtt', (text) => text.replace(/(.*)--> 00:00:/s, '$1--> 00:01:')),
      'issue-12/transcript.vtt: transcript-times',
    ],
    [
      'a picture that is none',
      () => writeFile(path.join(output, 'artwork.png'), 'not a picture'),
      'artwork.png: bad-artwork',
    ],
    ['clipped sound', () => hear({ truePeakDbtp: 0.4 }), 'issue-12/issue-12.mp3: peak-differs'],
    ['a hole in the sound', () => hear({ longestSilenceSeconds: 9 }), 'issue-12/issue-12.mp3: silence'],
    ['a tag without chapters', () => hear({ chapters: [] }), 'issue-12/issue-12.mp3: chapters-differ'],
    ['other loudness', () => hear({ loudnessLufs: -19 }), 'issue-12/issue-12.mp3: loudness-differs'],
    ['other length', () => hear({ durationSeconds: 20 }), 'issue-12/issue-12.mp3: duration-differs'],
  ])('finds %s', async (_, damage, finding) => {
    await damage();
    expect(await codes()).toContain(finding);
  });
});
