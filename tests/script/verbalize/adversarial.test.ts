import { describe, expect, it } from 'vitest';
import { language as english } from '../../../src/script/verbalize/en/index.js';
import { compileLexicon, verbalize } from '../../../src/script/verbalize/index.js';

const LENGTH = 100_000;

/** What rules wait for, so that each begins to read and goes on as far as it can. */
const SEEDS = [
  ...`1 a A é ' . , : ; / - – @ # $ % ^ * _ ( ) [ ] < > = + ~ & ² ½ ° 🚀 1. 1, 1: 1/ 1- 1– 1x a. A. a- a' a/ a_ a@ aA Aa A1 1a I V IV X. (1) [1] [1, $1 1% 1k
  $1- 1m h1 .a a.b /a a@b. #a @a 1h1m 1° 12:3 1.1.1. Jan Jan. Mon- www. http:// e.g. Dr. No. St. 1'2" 10^ O( 1e1 AD Q1 v1. ★ --> U.S. a&b 1⁄ ❤️ O'`.split(
    /\s+/,
  ),
  '1 ',
  '1 000 ',
  '1, 2, ',
  'May 1 ',
  '1 May ',
  'A. B. ',
  '+1 2 ',
  '(123) ',
  '1 Main St ',
  'AAA aaa ',
];

const CASES = SEEDS.flatMap((seed) => {
  const run = seed.repeat(Math.ceil(LENGTH / seed.length)).slice(0, LENGTH);
  return [run, `${run}\u0001`];
});

describe('100,000 adversarial characters', () => {
  it.each(english.rules.map((rule) => [rule.name, rule] as const))('do not stop the rule "%s"', (_, rule) => {
    for (const text of CASES) {
      for (const at of [0, 1, LENGTH / 2, LENGTH - 2]) {
        const reading = rule.read({ text, at, glue: 'none', language: 'en', capitals: false });
        if (reading !== undefined) expect(reading.end).toBeGreaterThan(at);
      }
    }
  });

  it.each([
    'a_',
    '1–',
    '1a',
    '1x',
    'a-',
    'a/',
    'A1',
    'IV',
    '1,',
    '[1,',
    '½',
    'a@',
    '. ',
    '("',
    'etc. ',
    ')',
    "a'",
  ])('of %j are read in time that grows with the length alone', (seed) => {
    const text = seed.repeat(LENGTH / seed.length);
    const { tokens } = verbalize(text, {
      language: 'en',
      lexicon: compileLexicon({ Qwen: 'chwen' }),
      kind: 'paragraph',
    });
    expect(tokens.at(-1)?.source[1]).toBe(text.trimEnd().length);
  });

  it.each(['5 a-', 'five ways ', '5 aa aa aa ', 'step ', 'the second ', 'the ', '#1', 'in order of ', 'aa-'])(
    'of %j do not stop the search for the numbers of a list',
    (seed) => {
      const text = seed.repeat(LENGTH / seed.length);
      expect(english.lists?.promisesNumbers(text, 7)).toBe(seed === 'in order of ');
      expect(english.lists?.numbersNamed(text)).toBeInstanceOf(Array);
    },
  );

  it('do not stop a pattern of the lexicon', () => {
    const lexicon = compileLexicon({ '(a+)+b': { say: 'x', pattern: true } });
    expect(verbalize('a'.repeat(LENGTH), { language: 'en', lexicon }).lexiconHits).toEqual([]);
  });
});
