import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Episode } from '../../src/edition.js';
import { encodeStory } from '../../src/stitch/encode-story.js';
import { joinEpisode } from '../../src/stitch/join-episode.js';
import { createLoudnessMeter, integratedLufs } from '../../src/stitch/loudness.js';
import { prepareSound } from '../../src/stitch/sounds.js';
import { decodeByFfmpeg, installedFfmpeg, measureByFfmpeg, systemFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { storyWithTakes, voiceLike, wavBytes } from './test-takes.js';

const RATE = 44_100;
const issue = { slug: 'produced', title: 'Produced', date: '2026-03-04', language: 'en' };

describe.each([
  ['the build from npm', installedFfmpeg],
  ['the system ffmpeg', systemFfmpeg],
])('produced sound, made with %s', (_name, found) => {
  // A machine without a system ffmpeg has only the first to test.
  const it_ = it.skipIf(!found);
  const ffmpeg = found ?? installedFfmpeg;
  const folder = temporaryFolder();
  const options = { ffmpeg, keepFolder: path.join(folder, 'kept') };
  let episode: Episode;
  let decoded: Float32Array;

  const music = (name: string, seconds: number, peak: number) => {
    const file = path.join(folder, `${name}.wav`);
    const samples = voiceLike({ seconds, sampleRateHz: 22_050, pitchHz: 330, peak, silenceAroundSeconds: 0 });
    writeFileSync(file, wavBytes(samples, 22_050));
    return file;
  };

  beforeAll(async () => {
    if (!found) return;
    const sound = await prepareSound(
      {
        intro: { file: music('intro', 2, 0.9), fadeInSeconds: 0.5, fadeOutSeconds: 0.5 },
        transition: { file: music('transition', 1, 0.05), levelLufs: -20 },
        outro: { file: music('outro', 2, 0.5), levelLufs: -5 },
        bed: { file: music('bed', 8, 0.3), fadeInSeconds: 0.2 },
      },
      options,
    );
    const first = storyWithTakes('letter', [{ seconds: 4 }, { seconds: 4, pauseAfterSeconds: 1 }], folder);
    const second = storyWithTakes('news', [{ seconds: 3 }], folder);
    const stories = [
      await encodeStory(first.story, first.takes, { ...options, bed: sound.bed }),
      await encodeStory(second.story, second.takes, options),
    ];
    const show = { title: 'Show', author: 'Author' };
    episode = (await joinEpisode(issue, stories, { stagingFolder: folder, show, sound })).value;
    decoded = await decodeByFfmpeg(ffmpeg, path.join(folder, episode.audio.file));
  });

  const lufsBetween = (from: number, to: number) => {
    const meter = createLoudnessMeter(RATE);
    meter.add(decoded.slice(Math.round(from * RATE), Math.round(to * RATE)));
    return integratedLufs(meter.hopEnergies);
  };

  it_('lasts exactly as long as it says, with every sound in it', () => {
    expect(decoded.length).toBe(Math.round(episode.durationSeconds * RATE));
    const [first, second] = episode.stories;
    expect(first?.startSeconds).toBeGreaterThan(2.3);
    expect((second?.startSeconds ?? 0) - (first?.endSeconds ?? 0)).toBeGreaterThan(1.3);
    expect(episode.durationSeconds - (second?.endSeconds ?? 0)).toBeGreaterThan(2.3);
  });

  it_('sets each sound to its level, but never above speech', () => {
    const [first, second] = episode.stories;
    expect(lufsBetween(0.5, 1.5)).toBeLessThan(-16);
    expect(lufsBetween(first?.endSeconds ?? 0, (second?.startSeconds ?? 0) - 0.4)).toBeCloseTo(-20, 0);
    expect(lufsBetween(second?.endSeconds ?? 0, episode.durationSeconds - 0.4)).toBeLessThan(-15.5);
  });

  it_('lets the bed be heard before the first word and ducks it under speech', () => {
    const [first] = episode.stories;
    const [one, two] = first?.segments ?? [];
    const start = first?.startSeconds ?? 0;
    expect((one?.startSeconds ?? 0) - start).toBeGreaterThan(1.9);
    const alone = lufsBetween(start + 0.5, start + 1.8);
    expect(alone).toBeGreaterThan(-25);
    expect(alone).toBeLessThan(-20);
    const inPause = lufsBetween((one?.endSeconds ?? 0) + 0.03, (two?.startSeconds ?? 0) - 0.03);
    expect(inPause).toBeLessThan(alone - 3);
  });

  it_('keeps the whole near the target, although half of it is music', async () => {
    const heard = await measureByFfmpeg(ffmpeg, path.join(folder, episode.audio.file));
    expect(Math.abs(heard.loudnessLufs - -16)).toBeLessThan(0.8);
    expect(heard.truePeakDbtp).toBeLessThan(-1);
  });

  it_.each([
    ['is missing', 'nowhere.wav', undefined, /The intro ".*nowhere\.wav" can't be read: .*ENOENT/],
    [
      'is a playlist',
      'list.m3u8',
      '#EXTM3U\nfile:/etc/hostname',
      /The intro ".*list\.m3u8" is of no kind of audio/,
    ],
  ])('refuses a file that %s', async (_what, name, content, message) => {
    const file = path.join(folder, name);
    if (content) writeFileSync(file, content);
    const preparing = prepareSound({ intro: { file } }, options);
    await expect(preparing).rejects.toMatchObject({ fault: 'input' });
    await expect(preparing).rejects.toThrow(message);
  });
});
