import type { Phones, SpeechToken } from '../../edition.js';
import { endOf, headWord, isDigit, isInCapitals, isLetter, isWordlike } from './characters.js';
import { startsOf } from './dispatch.js';
import type { Glue, Language, Place, Reading } from './language.js';
import type { Lexicon, LexiconHit } from './lexicon.js';
import { type LexiconMatch, patternMatches, wordMatchAt } from './lexicon-match.js';
import { markAt } from './marks.js';
import { TokenBuilder } from './token-builder.js';
import type { Guess, Verbalized } from './types.js';

interface ScanOptions {
  readonly language: string;
  readonly lexicon: Lexicon;
}

/** A word of plain letters before white space or common punctuation: most of any text. */
const PLAIN_WORD = /[A-Za-z]?[a-z]{1,40}(?:['’-][a-z]{1,40}){0,6}(?=[,.;:?!)"”’]{0,3}(?:\s|$))/y;
/** Soft hyphens and joiners inside a word are no letters, yet part of it. */
const LETTERS = /\p{L}(?:[\p{L}\p{M}\p{Cf}]|['’](?=\p{L}))*/uy;
const DIGITS = /\p{Nd}{1,40}(?:\.\p{Nd}{1,40})?/uy;
/** A symbol with what Unicode joins to it: variation selectors, skin tones, tags, and further emoji by joiners. */
const SYMBOL =
  /\p{RI}\p{RI}|(?:\p{S}|\p{Extended_Pictographic})(?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic}){0,16}|[\s\S]/uy;
const SPACE = /[\s\p{Cc}\p{Cf}\p{Z}]+/uy;

/** Reads a text from left to right: the lexicon first, then the language's rules, then what is left. */
export function scan(text: string, language: Language, options: ScanOptions): Verbalized {
  return new Scanner(text, language, options).run();
}

class Scanner {
  readonly #text: string;
  readonly #language: Language;
  readonly #options: ScanOptions;
  readonly #tokens: TokenBuilder;
  readonly #guesses: Guess[] = [];
  readonly #hits: LexiconHit[] = [];
  readonly #patterns: readonly LexiconMatch[];
  readonly #capitals: boolean;
  #nextPattern = 0;

  constructor(text: string, language: Language, options: ScanOptions) {
    this.#text = text;
    this.#language = language;
    this.#options = options;
    this.#tokens = new TokenBuilder();
    this.#patterns = patternMatches(options.lexicon, text);
    this.#capitals = isInCapitals(text);
  }

  run(): Verbalized {
    let at = 0;
    while (at < this.#text.length) at = this.#step(at);
    const tokens: readonly SpeechToken[] = this.#tokens.finish();
    return { tokens, guesses: this.#guesses, lexiconHits: this.#hits };
  }

  /** Reads something at a position and returns the position behind it. */
  #step(at: number): number {
    const space = endOf(SPACE, this.#text, at);
    if (space !== undefined) {
      this.#tokens.close();
      return space;
    }
    const limit = this.#limit(at);
    return (
      this.#readLexicon(at) ??
      this.#readPlainWord(at, limit) ??
      this.#readByRule(at, limit) ??
      this.#readMark(at) ??
      this.#readRest(at, limit)
    );
  }

  /** Nothing may be read across the start of a match of the lexicon's patterns. */
  #limit(at: number): number {
    while ((this.#patterns[this.#nextPattern]?.span[0] ?? Infinity) < at) this.#nextPattern += 1;
    return this.#patterns[this.#nextPattern]?.span[0] ?? this.#text.length;
  }

  #readLexicon(at: number): number | undefined {
    const pattern = this.#patterns[this.#nextPattern];
    const ahead = pattern?.span[0] === at ? pattern : undefined;
    const word =
      this.#glue(at) === 'direct' && isLetter(this.#text, at - 1) ? undefined : this.#wordMatch(at);
    const match = ahead !== undefined && ahead.span[1] >= (word?.span[1] ?? 0) ? ahead : word;
    if (match === undefined) return undefined;
    this.#hits.push(match.hit);
    this.#tokens.say(at, match.span[1], this.#sayable(match.say), this.#isHyphened(at), phonesOf(match));
    return match.span[1];
  }

  #wordMatch(at: number): LexiconMatch | undefined {
    return wordMatchAt(this.#options.lexicon, this.#text, at, this.#language.inflection);
  }

  /** What an editor wrote into the lexicon may hold digits or symbols itself: `GPT-4` → `G P T 4`. */
  #sayable(say: string): string {
    if (/^[\p{L}\p{M}\s'’,.;:?!-]*$/u.test(say)) return say.replaceAll('’', "'").replace(/\s+/g, ' ').trim();
    const { tokens } = scan(say, this.#language, { ...this.#options, lexicon: NO_LEXICON });
    return tokens
      .map((token) => token.speech)
      .filter((speech) => speech !== '')
      .join(' ');
  }

  #readPlainWord(at: number, limit: number): number | undefined {
    const end = endOf(PLAIN_WORD, this.#text, at);
    if (end === undefined || end > limit || isDigit(this.#text, at - 1)) return undefined;
    const word = this.#text.slice(at, end);
    if (startsOf(this.#language).words.has(headWord(word).toLowerCase())) return undefined;
    this.#tokens.say(at, end, word.replaceAll('’', "'"), this.#isHyphened(at));
    return end;
  }

  #readByRule(at: number, limit: number): number | undefined {
    const place = this.#place(at);
    for (const rule of startsOf(this.#language).rulesAt(this.#text, at)) {
      if (place.glue !== 'none' && rule.glue?.includes(place.glue) !== true) continue;
      const reading = rule.read(place);
      if (reading === undefined || reading.end > limit) continue;
      this.#accept(at, reading);
      return reading.end;
    }
    return undefined;
  }

  #readMark(at: number): number | undefined {
    const found = markAt(this.#text, at);
    if (found === undefined) return undefined;
    this.#tokens.mark(at, found.end, found.mark, found.written);
    return found.end;
  }

  #readRest(at: number, limit: number): number {
    const place = this.#place(at);
    const letters = endOf(LETTERS, this.#text, at);
    if (letters !== undefined) {
      const end = Math.min(letters, limit);
      this.#accept(at, {
        end,
        ...this.#language.word(this.#text.slice(at, end).replace(/\p{Cf}/gu, ''), place),
      });
      return end;
    }
    const digits = endOf(DIGITS, this.#text, at);
    if (digits !== undefined) {
      const end = Math.min(digits, limit);
      this.#accept(at, { end, speech: this.#language.number(this.#text.slice(at, end), place) });
      return end;
    }
    const end = Math.min(endOf(SYMBOL, this.#text, at) ?? at + 1, limit);
    this.#accept(at, { end, speech: this.#language.symbol(this.#text.slice(at, end), place) });
    return end;
  }

  #accept(at: number, reading: Reading): void {
    this.#tokens.say(at, reading.end, reading.speech, this.#isHyphened(at));
    if (reading.endsSentence === true) this.#tokens.mark(reading.end, reading.end, '.', '.');
    if (reading.guess !== undefined) {
      this.#guesses.push({ source: [at, reading.end], reading: reading.speech, why: reading.guess });
    }
  }

  #place(at: number): Place {
    return {
      text: this.#text,
      at,
      glue: this.#glue(at),
      language: this.#options.language,
      capitals: this.#capitals,
    };
  }

  #glue(at: number): Glue {
    if (isWordlike(this.#text, at - 1)) return 'direct';
    const hyphen = this.#text[at - 1] === '-' || this.#text[at - 1] === '‑';
    return hyphen && isWordlike(this.#text, at - 2) ? 'hyphen' : 'none';
  }

  /** A hyphen between letters: `co-founder`; numbers in names stand apart, and so does what follows `4o-` and `9B-`. */
  #isHyphened(at: number): boolean {
    const isNumbered = isDigit(this.#text, at - 3) && isLetter(this.#text, at - 2);
    return (
      !isNumbered && this.#glue(at) === 'hyphen' && isLetter(this.#text, at - 2) && isLetter(this.#text, at)
    );
  }
}

/** An entry's phones, where the word stands as the entry has it: a plural or possessive sounds otherwise. */
function phonesOf({ say, hit }: LexiconMatch): Phones | undefined {
  const { ipa, cmu } = hit;
  if ((ipa === undefined && cmu === undefined) || say !== hit.say || /\s/.test(say)) return undefined;
  return { ...(ipa === undefined ? {} : { ipa }), ...(cmu === undefined ? {} : { cmu }) };
}

const NO_LEXICON: Lexicon = { keys: [], words: new Map(), patterns: [] };
