import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseFile } from 'music-metadata';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EditionAudio, Episode } from '../../src/edition.js';
import { encodeAlternates } from '../../src/stitch/alternates.js';
import { encodeStory } from '../../src/stitch/encode-story.js';
import { joinEpisode } from '../../src/stitch/join-episode.js';
import { decodeByFfmpeg, installedFfmpeg, measureByFfmpeg, systemFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { storyWithTakes } from './test-takes.js';

const issue = { slug: 'both', title: 'A = B; C # \\ “D”', date: '2026-03-04', language: 'en' };
const COVER = new URL('../../examples/pictures/clock-tower.png', import.meta.url);
const show = { title: 'The Show', author: 'Ann [CHAPTER] Author' };

describe.each([
  ['the build from npm', installedFfmpeg],
  ['the system ffmpeg', systemFfmpeg],
])('other formats, made with %s', (_name, found) => {
  // A machine without a system ffmpeg has only the first to test.
  const it_ = it.skipIf(!found);
  const ffmpeg = found ?? installedFfmpeg;
  const folder = temporaryFolder();
  const options = { ffmpeg, keepFolder: path.join(folder, 'kept'), stagingFolder: folder, show };
  let episode: Episode;
  let m4b: EditionAudio | undefined;
  let opus: EditionAudio | undefined;

  beforeAll(async () => {
    if (!found) return;
    const titles = ['One; two = three', 'Two\n[CHAPTER]\nSTART=0', 'Drei # “Größe” \\'];
    const stories = titles.map((title, index) => {
      const made = storyWithTakes(`story-${index}`, [{ seconds: 2.5 + index }], folder);
      return { story: { ...made.story, title }, takes: made.takes };
    });
    const encoded = await Promise.all(stories.map(({ story, takes }) => encodeStory(story, takes, options)));
    const cover = { bytes: await readFile(COVER), mimeType: 'image/png' } as const;
    episode = (await joinEpisode(issue, encoded, { ...options, cover })).value;
    [m4b, opus] = await encodeAlternates(issue, episode, ['m4b', 'opus'], options);
  });

  it_('says what they are', () => {
    expect(m4b).toMatchObject({ file: 'both.m4b', mimeType: 'audio/mp4' });
    expect(opus).toMatchObject({ file: 'both.opus', mimeType: 'audio/ogg' });
  });

  it_('shows the MP3’s cover in the M4B', async () => {
    const { common } = await parseFile(path.join(folder, 'both.m4b'));
    expect(common.picture?.[0]?.format).toBe('image/png');
    expect(Buffer.from(common.picture?.[0]?.data ?? []).equals(await readFile(COVER))).toBe(true);
  });

  it_('sounds as loud and lasts as long as the MP3', async () => {
    for (const [audio, demuxer] of [
      [m4b, 'mov'],
      [opus, 'ogg'],
    ] as const) {
      const file = path.join(folder, audio?.file ?? '');
      const { loudnessLufs, truePeakDbtp } = await measureByFfmpeg(ffmpeg, file, demuxer);
      expect(Math.abs(loudnessLufs - -16)).toBeLessThan(0.5);
      expect(Math.abs(loudnessLufs - (audio?.loudnessLufs ?? 0))).toBeLessThan(0.2);
      expect(Math.abs(truePeakDbtp - (audio?.truePeakDbtp ?? 0))).toBeLessThan(0.4);
      const rate = demuxer === 'ogg' ? 48_000 : 44_100;
      const seconds = (await decodeByFfmpeg(ffmpeg, file, demuxer)).length / rate;
      expect(Math.abs(seconds - episode.durationSeconds)).toBeLessThan(0.05);
    }
  });

  it_('keeps titles with special characters in one piece', async () => {
    const { common } = await parseFile(path.join(folder, 'both.m4b'));
    expect(common).toMatchObject({ title: issue.title, artist: show.author, album: show.title });
  });

  it_('encodes nothing again that has not changed', async () => {
    const counted: string[] = [];
    const counting = {
      ...ffmpeg,
      encoders: () => ffmpeg.encoders(),
      run: (job: Parameters<typeof ffmpeg.run>[0]) => {
        counted.push(typeof job.output);
        return ffmpeg.run(job);
      },
    };
    await encodeAlternates(issue, episode, ['m4b', 'opus'], { ...options, ffmpeg: counting });
    expect(counted).not.toContain('string');
  });
});
