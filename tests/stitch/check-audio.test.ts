import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Episode } from '../../src/edition.js';
import { measureFile } from '../../src/stitch/check-audio.js';
import { encodeStory } from '../../src/stitch/encode-story.js';
import { joinEpisode } from '../../src/stitch/join-episode.js';
import { longestSilenceSeconds } from '../../src/stitch/silence.js';
import { installedFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { storyWithTakes } from './test-takes.js';

describe('measureFile', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'checked.mp3');
  let episode: Episode;

  beforeAll(async () => {
    const options = { ffmpeg: installedFfmpeg, keepFolder: path.join(folder, 'kept') };
    const made = [
      storyWithTakes('one', [{ seconds: 3, pauseAfterSeconds: 1.5 }, { seconds: 3 }], folder),
      storyWithTakes('two', [{ seconds: 4 }], folder),
    ];
    const encoded = await Promise.all(made.map(({ story, takes }) => encodeStory(story, takes, options)));
    const issue = { slug: 'checked', title: 'Checked', date: '2026-01-02', language: 'en' };
    const show = { title: 'Show', author: 'Author' };
    episode = (await joinEpisode(issue, encoded, { stagingFolder: folder, show })).value;
  });

  it('finds again what the manifest says', async () => {
    const report = await measureFile(file);
    expect(report.durationSeconds).toBeCloseTo(episode.durationSeconds, 4);
    expect(report.framesFound).toBe(report.frameCount);
    expect(report.bytes).toBe(episode.audio.bytes);
    expect(report.audioBytes).toBe(report.bytes - report.tagBytes);
    expect(report.loudnessLufs).toBeCloseTo(episode.audio.loudnessLufs, 1);
    expect(report.truePeakDbtp).toBeCloseTo(episode.audio.truePeakDbtp, 1);
    expect(report.longestSilenceSeconds).toBeGreaterThan(1.2);
    expect(report.longestSilenceSeconds).toBeLessThanOrEqual(1.5);
    expect(report.chapters.map(({ title }) => title)).toEqual(['The one', 'The two']);
  });

  it('sees that frames are missing', async () => {
    const cut = path.join(folder, 'cut.mp3');
    writeFileSync(cut, readFileSync(file).subarray(0, -5000));
    const report = await measureFile(cut);
    expect(report.framesFound).toBeLessThan(report.frameCount);
  });

  it('says that a file is not one of ours', async () => {
    const other = path.join(folder, 'other.mp3');
    writeFileSync(other, 'not an MP3');
    await expect(measureFile(other)).rejects.toMatchObject({ code: 'mp3-unreadable' });
  });
});

describe('longestSilenceSeconds', () => {
  it('counts only silence between sounds', () => {
    expect(longestSilenceSeconds([0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0])).toBe(0.2);
    expect(longestSilenceSeconds([0, 0])).toBe(0);
  });
});
