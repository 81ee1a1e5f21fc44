import type { SpeechToken } from '../../edition.js';
import { ending } from './endings.js';
import { languageOf } from './languages.js';
import { scan } from './scan.js';
import type { Guess, Verbalized, VerbalizeOptions } from './types.js';

/**
 * How a text is spoken, word by word. Pure: the same text gives the same tokens. Any text is read, in time
 * proportional to its length; what the context did not settle is returned as guesses.
 */
export function verbalize(text: string, options: VerbalizeOptions): Verbalized {
  const { language, known } = languageOf(options.language);
  const scanned = scan(text, language, options);
  const tokens = options.kind === undefined ? scanned.tokens : ending(scanned.tokens, options.kind);
  const guesses = known ? scanned.guesses : [unknownLanguage(options.language), ...scanned.guesses];
  return { tokens, guesses, lexiconHits: scanned.lexiconHits };
}

/** Of the text as a whole, hence of no place in it. */
function unknownLanguage(tag: string): Guess {
  return {
    source: [0, 0],
    reading: '',
    why: `There are no rules for the language ${tag}: numbers and symbols are left to the engine.`,
  };
}

/** The spoken line: the tokens' non-empty speeches, joined by single spaces. */
export function speechOf(tokens: readonly SpeechToken[]): string {
  return tokens
    .map((token) => token.speech)
    .filter((speech) => speech !== '')
    .join(' ');
}
