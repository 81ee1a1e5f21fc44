import type { TextSpan } from '../edition.js';
import { type Lexicon, languageOf } from './verbalize/index.js';
import { patternMatches, wordMatchAt } from './verbalize/lexicon-match.js';

/** Where an entry of the lexicon stands in a text. */
export interface LexiconUse {
  /** The entry's key. */
  readonly entry: string;
  readonly span: TextSpan;
}

const START = /\p{L}+|\p{N}+|[^\s]/gu;

/**
 * Every entry that stands in a text as written; also one that speech for the text does not follow.
 *
 * @param language BCP 47 tag of the text.
 */
export function lexiconUses(text: string, lexicon: Lexicon, language: string): readonly LexiconUse[] {
  if (lexicon.keys.length === 0) return [];
  const { inflection } = languageOf(language).language;
  const words = [...text.matchAll(START)].flatMap(
    ({ index }) => wordMatchAt(lexicon, text, index, inflection) ?? [],
  );
  return [...patternMatches(lexicon, text), ...words].map(({ span, hit }) => ({ entry: hit.entry, span }));
}
