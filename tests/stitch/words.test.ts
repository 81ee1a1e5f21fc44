import { describe, expect, it } from 'vitest';
import { timeWords } from '../../src/stitch/words.js';

const tokens = [
  { source: [0, 4], speech: 'It' },
  { source: [5, 10], speech: 'two dollars and fifty cents' },
  { source: [10, 11], speech: '' },
  { source: [12, 16], speech: 'now' },
] as const;
const speech = 'It two dollars and fifty cents now';

describe('timeWords', () => {
  it('lights the written word for as long as all its spoken words last', () => {
    const spans = [...speech.matchAll(/\S+/g)].map(
      ({ index, 0: word }) => [index, index + word.length] as const,
    );
    const timings = spans.map((span, number) => ({
      speech: span,
      startSeconds: number,
      endSeconds: number + 0.9,
    }));
    const words = timeWords(tokens, speech, { timings, speechStartSeconds: 0, speechEndSeconds: 7 });
    expect(words).toEqual([
      { startSeconds: 0, endSeconds: 0.9, source: [0, 4], speech: 'It' },
      { startSeconds: 1, endSeconds: 5.9, source: [5, 10], speech: 'two dollars and fifty cents' },
      { startSeconds: 6, endSeconds: 6.9, source: [12, 16], speech: 'now' },
    ]);
  });

  it('cuts a sentence in proportion where the engine timed only sentences', () => {
    const timings = [
      { speech: [0, speech.length], startSeconds: 1, endSeconds: 1 + speech.length / 10 },
    ] as const;
    const words = timeWords(tokens, speech, { timings, speechStartSeconds: 1, speechEndSeconds: 9 });
    expect(
      words.map((word) => [word.startSeconds, word.endSeconds].map((value) => value.toFixed(1))),
    ).toEqual([
      ['1.0', '1.2'],
      ['1.3', '4.0'],
      ['4.1', '4.4'],
    ]);
  });

  it('shares the speech by length where the engine timed nothing', () => {
    const words = timeWords(tokens, speech, { timings: [], speechStartSeconds: 2, speechEndSeconds: 5 });
    expect(words[0]?.startSeconds).toBe(2);
    expect(words.at(-1)?.endSeconds).toBe(5);
  });

  it('never leaves the speech, whatever the engine says', () => {
    const timings = [
      { speech: [0, 10], startSeconds: 3, endSeconds: 1 },
      { speech: [5, 90], startSeconds: -4, endSeconds: 99 },
    ] as const;
    const words = timeWords(tokens, speech, { timings, speechStartSeconds: 2, speechEndSeconds: 5 });
    let at = 2;
    for (const word of words) {
      expect(word.startSeconds).toBeGreaterThanOrEqual(at);
      expect(word.endSeconds).toBeGreaterThanOrEqual(word.startSeconds);
      at = word.endSeconds;
    }
    expect(at).toBeLessThanOrEqual(5);
  });
});
