import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseFile } from 'music-metadata';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Episode } from '../../src/edition.js';
import { type EncodedStory, encodeStory } from '../../src/stitch/encode-story.js';
import { joinEpisode } from '../../src/stitch/join-episode.js';
import { decodeByFfmpeg, installedFfmpeg, measureByFfmpeg, systemFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { storyWithTakes } from './test-takes.js';

const RATE = 44_100;
const issue = { slug: 'an-issue', title: 'Größe & “more”', date: '2026-03-04', language: 'en' };
const show = { title: 'The Show', author: 'Ann Author' };

describe.each([
  ['the build from npm', installedFfmpeg],
  ['the system ffmpeg', systemFfmpeg],
])('an episode made with %s', (_name, found) => {
  // A machine without a system ffmpeg has only the first to test.
  const it_ = it.skipIf(!found);
  const ffmpeg = found ?? installedFfmpeg;
  const folder = temporaryFolder();
  let encoded: EncodedStory[];
  let episode: Episode;
  let file: string;
  let decoded: Float32Array;

  beforeAll(async () => {
    if (!found) return;
    const stories = [
      storyWithTakes('letter', [{ seconds: 3.3 }, { seconds: 2.1, voice: 'two', peak: 0.02 }], folder),
      storyWithTakes('news', [{ seconds: 4.123, sampleRateHz: 24_000 }, { seconds: 1.5 }], folder),
      storyWithTakes('sponsor', [{ seconds: 5, peak: 0.9, pauseAfterSeconds: 0 }], folder),
    ];
    const options = { ffmpeg, keepFolder: path.join(folder, 'kept') };
    encoded = await Promise.all(stories.map(({ story, takes }) => encodeStory(story, takes, options)));
    episode = (await joinEpisode(issue, encoded, { stagingFolder: folder, show })).value;
    file = path.join(folder, episode.audio.file);
    decoded = await decodeByFfmpeg(ffmpeg, file);
  });

  it_('lasts exactly as long as it says', () => {
    expect(decoded.length).toBe(Math.round(episode.durationSeconds * RATE));
  });

  it_('lets every segment be heard exactly when it says', () => {
    const segments = episode.stories.flatMap((story) => story.segments);
    expect(segments).toHaveLength(5);
    let from = 0;
    for (const segment of segments) {
      const start = firstAbove(decoded, 0.01, from);
      const end = lastAbove(decoded, 0.01, Math.round((segment.endSeconds + 0.15) * RATE));
      expect(Math.abs(start / RATE - segment.startSeconds)).toBeLessThan(0.01);
      expect(Math.abs(end / RATE - segment.endSeconds)).toBeLessThan(0.01);
      from = Math.round((segment.endSeconds + 0.05) * RATE);
    }
  });

  it_('is as loud as asked, as it says, and as ffmpeg hears it', async () => {
    const heard = await measureByFfmpeg(ffmpeg, file);
    expect(Math.abs(heard.loudnessLufs - -16)).toBeLessThan(0.5);
    expect(Math.abs(heard.loudnessLufs - episode.audio.loudnessLufs)).toBeLessThan(0.15);
    expect(heard.truePeakDbtp).toBeLessThan(-1);
    expect(Math.abs(heard.truePeakDbtp - episode.audio.truePeakDbtp)).toBeLessThan(0.2);
  });

  it_('brings the quiet voice and the loud story to the others’ level', async () => {
    const loudness = await Promise.all(
      episode.stories.map(
        async (story) => (await measureByFfmpeg(ffmpeg, path.join(folder, story.file))).loudnessLufs,
      ),
    );
    expect(Math.max(...loudness) - Math.min(...loudness)).toBeLessThan(1);
  });

  it_('has no step at a join that is larger than the sound’s own', () => {
    const inside = largestStep(decoded, 0, decoded.length);
    for (const { startSeconds } of episode.stories) {
      const at = Math.round(startSeconds * RATE);
      expect(largestStep(decoded, at - 1500, at + 600)).toBeLessThan(inside / 20);
    }
  });

  it_('reads the same to another reader of tags', async () => {
    const { common, format } = await parseFile(file, { includeChapters: true, duration: true });
    expect(common).toMatchObject({ title: issue.title, artist: show.author, album: show.title });
    expect(common.date ?? String(common.year)).toContain('2026');
    expect(format.duration).toBeCloseTo(episode.durationSeconds, 1);
    expect(format.numberOfChannels).toBe(2);
    expect(format.chapters?.map((chapter) => [chapter.title, chapter.start])).toEqual(
      episode.stories.map((story) => [story.title, Math.round(story.startSeconds * 1000) / 1000]),
    );
  });

  it_('gives each story a file of its own, with its own header', async () => {
    for (const [index, story] of episode.stories.entries()) {
      expect(story.file).toBe(`stories/0${index + 1}-${story.slug}.mp3`);
      const own = await decodeByFfmpeg(ffmpeg, path.join(folder, story.file));
      expect(own.length).toBe(Math.round((story.endSeconds - story.startSeconds) * RATE));
      expect(readFileSync(path.join(folder, story.file)).length).toBe(story.bytes);
    }
  });

  it_('takes over the published files of stories that would come out the same', async () => {
    const published = new Map(
      episode.stories.map(({ file: name, bytes, sha256 }) => [
        name,
        { file: path.join(folder, name), bytes, sha256 },
      ]),
    );
    const stagingFolder = temporaryFolder();
    const join = async (stories: readonly EncodedStory[], options: object = {}) =>
      (await joinEpisode(issue, stories, { stagingFolder, show, published, ...options })).value.stories;
    const takenOver = ({ file: name }: { readonly file: string }) =>
      statSync(path.join(stagingFolder, name)).ino === statSync(path.join(folder, name)).ino;

    expect(await join(encoded)).toEqual(episode.stories);
    expect(episode.stories.map(takenOver)).toEqual([true, true, true]);

    // A story that sounds otherwise under the same name, and one with another title.
    const [letter, news, sponsor] = encoded as [EncodedStory, EncodedStory, EncodedStory];
    const retitled = { ...sponsor, story: { ...sponsor.story, title: 'Another title' } };
    rmSync(path.join(stagingFolder, 'stories'), { recursive: true });
    const changed = await join([letter, { ...letter, story: news.story, plan: letter.plan }, retitled]);
    expect(changed.map(takenOver)).toEqual([true, false, false]);
    for (const { file: name, sha256 } of changed)
      expect(
        createHash('sha256')
          .update(readFileSync(path.join(stagingFolder, name)))
          .digest('hex'),
      ).toBe(sha256);
  });

  it_('encodes nothing again that has not changed', async () => {
    const again = storyWithTakes(
      'letter',
      [{ seconds: 3.3 }, { seconds: 2.1, voice: 'two', peak: 0.02 }],
      folder,
    );
    const unable = {
      ...ffmpeg,
      run: () => Promise.reject(new Error('was started')),
      encoders: ffmpeg.encoders,
    };
    const options = { ffmpeg: unable, keepFolder: path.join(folder, 'kept') };
    const { file: kept } = await encodeStory(again.story, again.takes, options);
    expect(kept).toBe(encoded[0]?.file);
    const changed = storyWithTakes('letter', [{ seconds: 3.4 }], folder);
    await expect(encodeStory(changed.story, changed.takes, options)).rejects.toThrow('was started');
  });
});

function firstAbove(samples: Float32Array, level: number, from: number): number {
  return samples.findIndex((value, at) => at >= from && Math.abs(value) > level);
}

function lastAbove(samples: Float32Array, level: number, before: number): number {
  return samples.subarray(0, before).findLastIndex((value) => Math.abs(value) > level);
}

function largestStep(samples: Float32Array, from: number, to: number): number {
  let largest = 0;
  for (let at = Math.max(1, from); at < Math.min(to, samples.length); at += 1) {
    largest = Math.max(largest, Math.abs((samples[at] ?? 0) - (samples[at - 1] ?? 0)));
  }
  return largest;
}
