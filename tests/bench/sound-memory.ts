/** Stitches so many minutes (first argument) in a folder (second), and prints what memory that took at most. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import pLimit from 'p-limit';
import type { ScriptStory, Take } from '../../src/edition.js';
import { encodeStory } from '../../src/stitch/encode-story.js';
import { findFfmpeg } from '../../src/stitch/ffmpeg.js';
import { joinEpisode } from '../../src/stitch/join-episode.js';
import { voiceLike, wavBytes } from '../stitch/test-takes.js';

const STORY_MINUTES = 5;
const TAKE_SECONDS = 20;
const SAMPLE_RATE_HZ = 16_000;

const [minutes = '20', folder = '.'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const file = join(folder, 'take.wav');
writeFileSync(
  file,
  wavBytes(voiceLike({ seconds: TAKE_SECONDS, sampleRateHz: SAMPLE_RATE_HZ }), SAMPLE_RATE_HZ),
);

const startMs = performance.now();
const ffmpeg = await findFfmpeg({ pathFolders: (process.env['PATH'] ?? '').split(delimiter) });
const limit = pLimit(availableParallelism());
const numbers = Array.from({ length: Number(minutes) / STORY_MINUTES }, (_, index) => index);
const encoded = await limit.map(numbers, (number) => {
  const { story, takes } = storyOf(number);
  return encodeStory(story, takes, { ffmpeg, keepFolder: join(folder, 'kept') });
});
const issue = { slug: 'long', title: 'Long', date: '2026-01-01', language: 'en' };
await joinEpisode(issue, encoded, {
  stagingFolder: join(folder, 'staging'),
  show: { title: 'T', author: 'A' },
});
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ peakMegabytes, seconds: (performance.now() - startMs) / 1000 }));

/** A story of its own: no two have the same takes, so none is found kept. */
function storyOf(number: number): { story: ScriptStory; takes: Map<string, Take> } {
  const takes = new Map<string, Take>();
  const count = (STORY_MINUTES * 60) / TAKE_SECONDS;
  const segments = Array.from({ length: count }, (_, index) => {
    const id = `s${number}/${index}`;
    takes.set(id, takeOf(id));
    return {
      id,
      kind: 'paragraph',
      role: 'narrator',
      source: '',
      speech: '',
      tokens: [],
      pauseAfterSeconds: 0.5,
    } as const;
  });
  return { story: { slug: `s${number}`, title: `Story ${number}`, kind: 'story', segments }, takes };
}

function takeOf(key: string): Take {
  return {
    key,
    engine: 'bench',
    voice: 'one',
    file,
    sampleRateHz: SAMPLE_RATE_HZ,
    durationSeconds: TAKE_SECONDS + 0.2,
    speechStartSeconds: 0.1,
    speechEndSeconds: TAKE_SECONDS + 0.1,
    timings: [],
    timingSource: 'estimated',
  };
}
