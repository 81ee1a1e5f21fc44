import { describe, expect, it } from 'vitest';
import { readPls } from '../../../src/script/verbalize/index.js';

function pls(inside: string, alphabet = 'ipa'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
    <lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="${alphabet}" xml:lang="en-US">
    ${inside}</lexicon>`;
}

describe('a PLS file', () => {
  it('gives aliases as what is said', () => {
    const file = pls('<lexeme><grapheme>W3C</grapheme><alias>World Wide Web\n Consortium</alias></lexeme>');
    expect(readPls(file)).toEqual({ language: 'en-US', entries: { W3C: 'World Wide Web Consortium' } });
  });

  it('gives every spelling of a lexeme, with its phones', () => {
    const file = pls(
      '<lexeme><grapheme>theatre</grapheme><grapheme>theater</grapheme><phoneme>ˈθɪətər</phoneme></lexeme>',
    );
    expect(readPls(file).entries).toEqual({
      theatre: { say: 'theatre', ipa: 'ˈθɪətər' },
      theater: { say: 'theater', ipa: 'ˈθɪətər' },
    });
  });

  it('takes the preferred phoneme, and phones of the CMU', () => {
    const lexeme =
      '<lexeme><grapheme>huge</grapheme><phoneme>Y UW JH</phoneme><phoneme prefer="true">HH Y UW JH</phoneme></lexeme>';
    expect(readPls(pls(lexeme, 'x-cmu')).entries).toEqual({ huge: { say: 'huge', cmu: 'HH Y UW JH' } });
  });

  it.each([
    ['is no XML', 'no xml at all'],
    ['breaks off', pls('<lexeme>').slice(0, -10)],
    ['is another kind of XML', '<rss></rss>'],
  ])('that %s is refused', (_, text) => {
    expect(() => readPls(text)).toThrowError('This is no PLS lexicon');
  });
});
