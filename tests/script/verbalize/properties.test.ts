import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon, speechOf, verbalize } from '../../../src/script/verbalize/index.js';
import { runs } from '../../property-runs.js';

const lexicon = compileLexicon({
  Qwen: 'chwen',
  'SWE-bench': 'swee bench',
  'pass@(\\d)': { say: 'pass at $1', pattern: true },
});
const options = { language: 'en', lexicon, kind: 'paragraph' } as const;

/** Pieces that rules wait for, thrown together at random. */
const pieces = fc.constantFrom(
  ...`$ € US$ 1 2 10 1,000 3.5 .5 1/2 ½ 2024 '90s - – — / : . , ; ! ? ... ( ) [ ] " “ ” ' ’ % ° °C km/h GB k M B bn million x × ^2 ² @ # & + = < > ~ ≈ ± → * _ | \\
  a.m. p.m. Jan. May Mon. Dr. St. No. U.S. e.g. etc. IV II XIV Henry Part GPT-4o Qwen SWE-bench pass@5 LLMs NASA's OpenAI v2.1 AI don't www.a.com https://b.org/c?d=1
  me@here.io README.md snake_case C++ 🚀 ❤️ 👩🏽‍💻 🇺🇸 1️⃣ ① Ⅷ ٣٤ é ñ 北京 \u0301 \u200d \u00ad`.split(/\s+/),
  ' ',
  '\n',
  '\u00a0',
);
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
  fc.array(pieces, { maxLength: 14 }).map((list) => list.join(' ')),
);

describe('for any text', () => {
  it('tokens cover every visible character, in order, without overlap', () => {
    fc.assert(
      fc.property(written, (text) => {
        let behind = 0;
        let uncovered = '';
        for (const { source } of verbalize(text, options).tokens) {
          expect(source[0]).toBeGreaterThanOrEqual(behind);
          expect(source[1]).toBeGreaterThan(source[0]);
          uncovered += text.slice(behind, source[0]);
          behind = source[1];
        }
        uncovered += text.slice(behind);
        expect(behind).toBeLessThanOrEqual(text.length);
        expect(uncovered.replace(/[\s\p{C}\p{Z}]/gu, '')).toBe('');
      }),
      { numRuns: runs(1500) },
    );
  });

  it('nothing unspeakable is left: letters, apostrophes, hyphens and the marks of pauses', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(speechOf(verbalize(text, options).tokens)).toMatch(/^[\p{L}\p{M}\s'.,;:?!-]*$/u);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('the spoken line has single spaces and no space before a mark', () => {
    fc.assert(
      fc.property(written, (text) => {
        const speech = speechOf(verbalize(text, options).tokens);
        expect(speech).not.toMatch(/\s\s|^\s|\s$|\s[,.;:?!]/u);
      }),
      { numRuns: runs(800) },
    );
  });

  it('the same text gives the same tokens', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(verbalize(text, options)).toEqual(verbalize(text, options));
      }),
      { numRuns: runs(200) },
    );
  });

  it('guesses and hits of the lexicon point into the text', () => {
    fc.assert(
      fc.property(written, (text) => {
        const { guesses, lexiconHits } = verbalize(text, options);
        for (const { source } of [...guesses, ...lexiconHits]) {
          expect(text.slice(...source)).not.toBe('');
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
