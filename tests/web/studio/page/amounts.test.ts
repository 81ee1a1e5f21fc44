import { describe, expect, it } from 'vitest';
import type { Cost } from '../../../../src/web/studio/api.js';
import {
  costText,
  count,
  dayText,
  durationText,
  momentText,
} from '../../../../src/web/studio/page/text/amounts.js';
import { progressShare, progressText } from '../../../../src/web/studio/page/text/job-words.js';

const cost = (more: Partial<Cost>): Cost => ({ newCharacters: 181, keptCharacters: 0, requests: 1, ...more });

describe('what is said of costs', () => {
  it.each([
    [cost({ dollars: 0.02 }), '181 characters, $0.02'],
    [cost({ dollars: 0.0012 }), '181 characters, under $0.01'],
    [cost({ dollars: 0 }), '181 characters, free'],
    [cost({}), '181 characters'],
    [cost({ units: 90, unit: 'credits' }), '181 characters, 90 credits'],
    [cost({ newCharacters: 1, dollars: 0.5 }), '1 character, $0.50'],
    [cost({ newCharacters: 0, dollars: 0 }), 'nothing new'],
    [cost({ newCharacters: 12_345, dollars: 1234.5 }), '12,345 characters, $1,234.50'],
  ])('%j is %s', (amount, text) => {
    expect(costText(amount)).toBe(text);
  });

  it('counts in words', () => {
    expect([count(1, 'story', 'stories'), count(8, 'story', 'stories'), count(0, 'change')]).toEqual([
      '1 story',
      '8 stories',
      '0 changes',
    ]);
  });
});

describe('what is said of time', () => {
  it('says the hour of today and the day of other days', () => {
    const at = new Date(2026, 10, 24, 10, 46);
    expect(momentText(at.toISOString(), new Date(2026, 10, 24, 12))).toBe('10:46');
    expect(momentText(at.toISOString(), new Date(2026, 10, 25, 12))).toBe('24 Nov, 10:46');
  });

  it.each([
    ['2026-11-09', '9 Nov'],
    ['2025-12-31', '31 Dec 2025'],
    ['soon', 'soon'],
  ])('says %s as %s', (date, text) => {
    expect(dayText(date, new Date(2026, 10, 24))).toBe(text);
  });

  it.each([
    [0.2, 'about 1 s'],
    [40, 'about 40 s'],
    [100, 'about 2 min'],
  ])('%d s is %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});

describe('what is said of work', () => {
  const progress = {
    ...{ segmentsDone: 12, segments: 40, charactersDone: 300, characters: 1000 },
    ...{ storiesDone: 1, stories: 4 },
  };

  it('names the stage, how far it is, and how long it will take', () => {
    expect(progressText({ ...progress, stage: 'speech', secondsLeft: 20 })).toBe(
      'Speaking · 12 of 40 segments · about 20 s left',
    );
    expect(progressText({ ...progress, stage: 'stitch' })).toBe('Joining the stories · 1 of 4 stories');
    expect(progressText({ ...progress })).toBe('Beginning');
  });

  it('only ever goes forward', () => {
    const stages = ['issue', 'script', 'speech', 'stitch', 'syndicate'] as const;
    const shares = stages.flatMap((stage) => [
      progressShare({ ...progress, stage }),
      progressShare({ ...progress, stage, charactersDone: 1000, storiesDone: stage === 'syndicate' ? 4 : 1 }),
    ]);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThan(1);
  });
});
