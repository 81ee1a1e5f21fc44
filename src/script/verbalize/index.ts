import type { SpeechToken } from '../../edition.js';
import type { Verbalized, VerbalizeOptions } from './types.js';

export { compileLexicon, type Lexicon, type LexiconHit } from './lexicon.js';
export type { Guess, Verbalized, VerbalizeOptions } from './types.js';

/** How a text is spoken, word by word. Pure; never throws. */
export function verbalize(text: string, _options: VerbalizeOptions): Verbalized {
  const tokens: SpeechToken[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    tokens.push({ source: [match.index, match.index + match[0].length], speech: match[0] });
  }
  return { tokens, guesses: [], lexiconHits: [] };
}

/** The spoken line: the tokens' non-empty speeches, joined by single spaces. */
export function speechOf(tokens: readonly SpeechToken[]): string {
  return tokens
    .map((token) => token.speech)
    .filter((speech) => speech !== '')
    .join(' ');
}
