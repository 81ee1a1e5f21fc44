import { describe, expect, it } from 'vitest';
import type { TakeSound } from '../../../../src/web/studio/api.js';
import { clipOf, joinOf, soundOf } from '../../../../src/web/studio/page/sound/clips.js';
import { wavePath } from '../../../../src/web/studio/page/sound/waveform.js';
import { makeSegment, makeStory } from './make-segments.js';

const edition = { slug: 'no-7', version: 'c0ffee00' };
const take: TakeSound = {
  ...{ key: 'k', url: '/api/takes/k/audio', engine: 'local', voice: 'slt' },
  ...{ durationSeconds: 6, startSeconds: 0.5, endSeconds: 5.5, words: [] },
};

describe('what is heard of a segment', () => {
  it('is its take', () => {
    const segment = makeSegment('s/1', { take });
    const sound = soundOf(edition, makeStory('s', [segment]), segment);
    expect(sound).toMatchObject({
      url: take.url,
      startSeconds: 0.5,
      endSeconds: 5.5,
      pauseAfterSeconds: 0.5,
    });
  });

  it('is the published story where the take is no longer kept', () => {
    const published = {
      id: 's/1',
      take: 'k',
      startSeconds: 110,
      endSeconds: 115,
      words: [],
      speech: 'A word.',
    };
    const segment = makeSegment('s/1', { published });
    expect(soundOf(edition, makeStory('s', [segment]), segment)).toMatchObject({
      url: '/api/editions/no-7/stories/s/audio?v=c0ffee00',
      startSeconds: 10,
      endSeconds: 15,
    });
  });

  it('is nothing where it is still to be spoken', () => {
    const published = {
      id: 's/1',
      take: 'k',
      startSeconds: 110,
      endSeconds: 115,
      words: [],
      speech: 'A word.',
    };
    const segment = makeSegment('s/1', { published, changed: true });
    expect(soundOf(edition, makeStory('s', [segment]), segment)).toBeUndefined();
  });
});

describe('a stretch of sound', () => {
  const sound = {
    segment: 's/1',
    url: '/a',
    startSeconds: 1,
    endSeconds: 6,
    pauseAfterSeconds: 0.4,
    words: [],
  };
  const short = { ...sound, segment: 's/2', url: '/b', startSeconds: 0.2, endSeconds: 1.2 };

  it('begins anywhere in the segment', () => {
    expect(clipOf(sound, 0.5)).toMatchObject({ fromSeconds: 3.5, toSeconds: 6 });
  });

  it('of a join is the end of one and the start of the next, with the pause between', () => {
    const join = { url: '/join', durationSeconds: 4.5 };
    expect(joinOf(join, sound, { ...sound, segment: 's/2' })).toEqual([
      {
        ...{ ...sound, url: '/join', pauseAfterSeconds: 0 },
        ...{ startSeconds: -3, endSeconds: 2, fromSeconds: 0, toSeconds: 2.5 },
      },
      {
        ...{ ...sound, segment: 's/2', url: '/join', pauseAfterSeconds: 0 },
        ...{ startSeconds: 2.5, endSeconds: 7.5, fromSeconds: 2.5, toSeconds: 4.5 },
      },
    ]);
  });

  it('of a join goes no further than the segments do', () => {
    expect(joinOf({ url: '/join', durationSeconds: 2.5 }, short, short)).toMatchObject([
      { startSeconds: 0, endSeconds: 1, fromSeconds: 0, toSeconds: 1.5 },
      { startSeconds: 1.5, endSeconds: 2.5, fromSeconds: 1.5, toSeconds: 2.5 },
    ]);
  });
});

describe('a picture of sound', () => {
  const bytes = [
    ...Array<number>(50).fill(0),
    ...Array<number>(100).fill(200),
    ...Array<number>(50).fill(50),
  ];
  const peaks = { peaksPerSecond: 100, peaks: Buffer.from(bytes).toString('base64') };
  const heights = (path: string): number[] =>
    Array.from(
      path.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g),
      ([, top, bottom]) => Number(bottom) - Number(top),
    );

  it('is drawn from the part that sounds, relative to its loudest moment', () => {
    const all = heights(wavePath(peaks, { startSeconds: 0, endSeconds: 2 }));
    expect([all[0], all[56], all[111]]).toEqual([2, 25, 12.5]);
    const sounding = heights(wavePath(peaks, { startSeconds: 0.5, endSeconds: 1.5 }));
    expect(Math.min(...sounding)).toBe(25);
  });

  it('has as many bars for a word as for a page', () => {
    expect(heights(wavePath(peaks, { startSeconds: 0.5, endSeconds: 0.6 }))).toHaveLength(112);
    expect(heights(wavePath(peaks, { startSeconds: 0, endSeconds: 2 }))).toHaveLength(112);
  });

  it('of silence is a line of dots', () => {
    const silence = { peaksPerSecond: 100, peaks: Buffer.alloc(20).toString('base64') };
    expect(new Set(heights(wavePath(silence, { startSeconds: 0, endSeconds: 0.2 })))).toEqual(new Set([2]));
  });
});
