import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpeechToken } from '../../../../src/edition.js';
import type { Difference } from '../../../../src/web/studio/api.js';
import { sourceOfSpeech } from '../../../../src/web/studio/page/text/across.js';
import { partsOf } from '../../../../src/web/studio/page/text/parts.js';
import { neighbourWord, wholeWords, wordSpans } from '../../../../src/web/studio/page/text/words.js';

const wordsIn = (text: string): string[] => wordSpans(text).map((span) => text.slice(...span));

describe('the words of a text', () => {
  it.each([
    ['It cost $2.50, says Mrs. Okafor.', ['It', 'cost', '2.50', 'says', 'Mrs', 'Okafor']],
    ['today’s rock-and-roll AT&T', ['today’s', 'rock-and-roll', 'AT&T']],
    ['“Ça va?” – Łódź', ['Ça', 'va', 'Łódź']],
    ['… – !', []],
  ])('of %s', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('a click picks the word under it, a selection the words it touches', () => {
    const text = 'says Ilse Vandermolen, who leads';
    expect(text.slice(...(wholeWords(text, [7, 7]) ?? [0, 0]))).toBe('Ilse');
    expect(text.slice(...(wholeWords(text, [7, 12]) ?? [0, 0]))).toBe('Ilse Vandermolen');
    expect(text.slice(...(wholeWords(text, [9, 10]) ?? [0, 0]))).toBe('Ilse');
    expect(wholeWords('… !', [0, 1])).toBeUndefined();
  });

  it('are walked through in both directions, and no further than they go', () => {
    const text = 'one two three';
    const walk = (from: readonly [number, number] | undefined, step: 1 | -1): string | undefined => {
      const span = neighbourWord(text, from, step);
      return span && text.slice(...span);
    };
    expect([walk(undefined, 1), walk([0, 3], 1), walk([8, 13], 1)]).toEqual(['one', 'two', undefined]);
    expect([walk(undefined, -1), walk([4, 7], -1), walk([0, 3], -1)]).toEqual(['three', 'one', undefined]);
  });

  it('whatever is picked is a stretch of whole words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const picked = wholeWords(text, [Math.min(a, b), Math.max(a, b)]);
        if (picked === undefined) return;
        expect(wordSpans(text).map(([from]) => from)).toContain(picked[0]);
        expect(wordSpans(text).map(([, to]) => to)).toContain(picked[1]);
      }),
    );
  });
});

describe('a text cut at its differences', () => {
  const differences: Difference[] = [
    { source: [8, 13], speech: [8, 25], kind: 'verbalized' },
    { source: [20, 24], speech: [32, 32], kind: 'silent' },
  ];

  it('shows each on the side where it has words', () => {
    const source = partsOf('It cost $2.50 more [47].', differences, 'source');
    expect(source.map(({ text, difference }) => [text, difference?.kind])).toEqual([
      ['It cost ', undefined],
      ['$2.50', 'verbalized'],
      [' more [', undefined],
      ['47].', 'silent'],
    ]);
    const speech = partsOf('It cost two dollars fifty more.', differences, 'speech');
    expect(speech.map(({ text }) => text)).toEqual(['It cost ', 'two dollars fifty', ' more.']);
  });

  it('loses nothing, whatever the differences are', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([from, length]) => [from, from + length] as const);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(span), (text, spans) => {
        const any = spans.map((source): Difference => ({ source, speech: [0, 0], kind: 'edited' }));
        const joined = partsOf(text, any, 'source').map((part) => part.text);
        expect(joined.join('')).toBe(text);
      }),
    );
  });
});

describe('from the spoken to the written words', () => {
  const tokens: SpeechToken[] = [
    { source: [0, 2], speech: 'It' },
    { source: [3, 7], speech: 'cost' },
    { source: [8, 13], speech: 'two dollars fifty' },
    { source: [14, 18], speech: '' },
    { source: [19, 24], speech: 'more.' },
  ];

  it.each([
    [
      [10, 10],
      [8, 13],
    ],
    [
      [2, 20],
      [0, 13],
    ],
    [
      [28, 28],
      [19, 24],
    ],
  ] as const)('%j is written at %j', (speech, source) => {
    expect(sourceOfSpeech(tokens, speech)).toEqual(source);
  });

  it('where nothing is said there is nothing', () => {
    expect(sourceOfSpeech([], [0, 4])).toBeUndefined();
  });
});
