import type { TextSpan } from '../edition.js';
import type { Lexicon } from './verbalize/index.js';
import { patternMatches, wordMatchAt } from './verbalize/lexicon-match.js';

/** Where an entry of the lexicon stands in a text. */
export interface LexiconUse {
  /** The entry's key. */
  readonly entry: string;
  readonly span: TextSpan;
}

const START = /\p{L}+|\p{N}+|[^\s]/gu;

/** Every entry that stands in a text as written; also one that speech for the text does not follow. */
export function lexiconUses(text: string, lexicon: Lexicon): readonly LexiconUse[] {
  if (lexicon.keys.length === 0) return [];
  const words = [...text.matchAll(START)].flatMap(({ index }) => wordMatchAt(lexicon, text, index) ?? []);
  return [...patternMatches(lexicon, text), ...words].map(({ span, hit }) => ({ entry: hit.entry, span }));
}
