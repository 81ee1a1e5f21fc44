import { describe, expect, it } from 'vitest';
import type { Voices } from '../../../src/edition.js';
import { AudioEditionError } from '../../../src/errors.js';
import { compileLexicon, speechOf, unusedEntries, verbalize } from '../../../src/script/verbalize/index.js';

function say(entries: Voices['lexicon'], text: string, engine?: string): string {
  return speechOf(verbalize(text, { language: 'en', lexicon: compileLexicon(entries, engine) }).tokens);
}

describe('a word of the lexicon', () => {
  it.each([
    ['as written', 'Qwen is out.', 'chwen is out.'],
    ['in any case', 'QWEN and qwen', 'chwen and chwen'],
    ['in the plural', 'two Qwens', 'two chwens'],
    ['in the possessive', 'Qwen’s price, Qwens’ prices', "chwen's price, chwens prices"],
    ['before a number', 'Qwen3.7-Max', 'chwen three point seven Max'],
    ['behind a hyphen', 'non-Qwen models', 'non-chwen models'],
    ['not inside another word', 'Qwenchy', 'Qwenchy'],
  ])('is said %s', (_, written, wanted) => {
    expect(say({ Qwen: 'chwen' }, written)).toBe(wanted);
  });

  it('gives way to a longer one', () => {
    const entries = {
      bench: 'bunch',
      'SWE-bench': 'swee bench',
      'SWE-bench Verified': 'swee bench verified',
    };
    expect(say(entries, 'SWE-bench Verified, SWE-bench, bench')).toBe(
      'swee bench verified, swee bench, bunch',
    );
  });

  it('ends with its number', () => {
    expect(say({ 'GPT-4': 'G P T 4' }, 'GPT-4, GPT-4o, GPT-45')).toBe(
      'G P T four, G P T four O, G P T forty-five',
    );
  });

  it('can hold signs', () => {
    expect(say({ 'C++': 'see plus plus', '.NET': 'dot net' }, 'C++ and .NET')).toBe(
      'see plus plus and dot net',
    );
  });

  it('can be silent', () => {
    expect(say({ '(sponsored)': '' }, 'News (sponsored) today')).toBe('News today');
  });

  it('can insist on its case', () => {
    expect(say({ Apple: { say: 'the company', caseSensitive: true } }, 'Apple, apple')).toBe(
      'the company, apple',
    );
  });

  it('can be meant for one engine', () => {
    const entries = { Qwen: { say: 'chwen', engines: ['local'] } };
    expect(say(entries, 'Qwen', 'local')).toBe('chwen');
    expect(say(entries, 'Qwen', 'openai')).toBe('Qwen');
    expect(say(entries, 'Qwen')).toBe('Qwen');
  });
});

describe('endings of words', () => {
  it('are those of the text’s language', () => {
    const lexicon = compileLexicon({ Glitch: 'gleetch' });
    const say = (text: string, language: string) => speechOf(verbalize(text, { language, lexicon }).tokens);
    expect(say('Two Glitches', 'en')).toBe('Two gleetches');
    expect(say('Zwei Glitchs, zwei Glitches', 'de')).toBe('Zwei gleetchs, zwei Glitches');
  });
});

describe('a pattern of the lexicon', () => {
  it('is said with its groups filled in, and they are spoken as well', () => {
    expect(say({ 'BMC@(\\d+)': { say: 'benchmark at $1', pattern: true } }, 'BMC@15!')).toBe(
      'benchmark at fifteen!',
    );
  });

  it('wins where it begins, also inside a word', () => {
    expect(say({ 'ish\\b': { say: ' or so', pattern: true } }, 'sixish')).toBe('six or so');
  });

  it.each([
    ['(a', 'cannot be read'],
    ['(?<=a)b', 'cannot be read'],
    ['a*', 'nothing is written'],
  ])('that cannot be used is named: %s', (key, what) => {
    const compile = () => compileLexicon({ [key]: { say: 'x', pattern: true } });
    expect(compile).toThrowError(AudioEditionError);
    expect(compile).toThrowError(what);
    expect(compile).toThrowError(JSON.stringify(key));
  });
});

describe('hits', () => {
  const entries: Voices['lexicon'] = {
    Qwen: { say: 'chwen', ipa: 'tʃwɛn', cmu: 'CH W EH N' },
    Kimi: 'kimmy',
  };
  const lexicon = compileLexicon(entries);
  const { lexiconHits } = verbalize('New: Qwen 3', { language: 'en', lexicon });

  it('keep the phones for engines that take them', () => {
    expect(lexiconHits).toEqual([
      { entry: 'Qwen', source: [5, 9], say: 'chwen', ipa: 'tʃwɛn', cmu: 'CH W EH N' },
    ]);
  });

  it('tell which entries were never used', () => {
    expect(unusedEntries(lexicon, lexiconHits)).toEqual(['Kimi']);
  });
});
