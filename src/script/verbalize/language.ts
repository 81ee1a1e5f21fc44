/** How a place hangs on what stands before it: not at all, by a hyphen, or directly (`4` in `GPT4`). */
export type Glue = 'none' | 'hyphen' | 'direct';

/** Where a rule is asked to read. */
export interface Place {
  readonly text: string;
  /** UTF-16 offset of the first character to be read. */
  readonly at: number;
  readonly glue: Glue;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** The whole text is in capitals, as headings are in some newsletters. */
  readonly capitals: boolean;
}

/** How a stretch of text is spoken. */
export interface Reading {
  /** UTF-16 offset behind the last character that was read. */
  readonly end: number;
  /** The words; empty when nothing is said. */
  readonly speech: string;
  /** A sentence ended inside what was read (the full stop of `etc.`, say). */
  readonly endsSentence?: boolean;
  /** Present when the context did not settle the reading: what else it could have been. */
  readonly guess?: string;
}

/**
 * Where a rule is worth trying. `number`: at a digit. `mixed`: at a word that holds more than lower-case letters.
 * `characters`: at one of these. `words`: at one of these words, in lower case.
 */
export type Starts =
  | 'number'
  | 'mixed'
  | { readonly characters: string }
  | { readonly words: Iterable<string> };

/** One class of things that are not spoken as they are written. */
export interface Rule {
  readonly name: string;
  readonly starts: Starts;
  /** The places a rule may read beside a free-standing one. */
  readonly glue?: readonly Glue[];
  /** Looks at a bounded stretch of text, so that any text is read in linear time. */
  readonly read: (place: Place) => Reading | undefined;
}

/** All that `verbalize` knows of a language: one folder, one value. */
export interface Language {
  /** Tried in this order; the first that reads wins. */
  readonly rules: readonly Rule[];
  /** Letters that no rule wanted. */
  readonly word: (written: string, place: Place) => Omit<Reading, 'end'>;
  /** Digits that no rule wanted, perhaps with a decimal part. */
  readonly number: (written: string, place: Place) => string;
  /** A character that is neither letter, digit nor punctuation; empty when it is not spoken. */
  readonly symbol: (written: string, place: Place) => string;
  /** Whether a spelling is in the language's dictionaries. */
  readonly knows: (word: string) => boolean;
  /** What the lexicon's words may end in; without it they are found only as the entry has them. */
  readonly inflection?: Inflection;
  /** How lists are read aloud; without it every item is a sentence of its own, and its number is not said. */
  readonly lists?: ListWords;
  /** What is said in place of what cannot be heard; without it nothing is. */
  readonly standIns?: StandInWords;
}

/** Endings that a word of the lexicon may bear in a text, and keeps when it is said: plural, possessive. */
export interface Inflection {
  /** Sticky; what may stand behind an entry's last letter up to the end of the word, which may be nothing. */
  readonly endings: RegExp;
  /** Words without an ending that a word of the text may be; the entry may be filed under them: `Qwens` → `Qwen`. */
  readonly stems: (word: string) => readonly string[];
  /** What is said, with the ending that is written. */
  readonly inflect: (say: string, ending: string) => string;
}

/** Sentences that say that something is there to be seen. */
export interface StandInWords {
  readonly listing: string;
  /** For a table of so many rows below its head; `head` is the first column's. */
  readonly table: (rows: number, head: string) => string;
}

/** What of a language is needed to read lists as people do. */
export interface ListWords {
  /** Words that stand before the last item of a list in a sentence; the first is said where the author wrote none. */
  readonly joints: readonly string[];
  /** Whether a title or lead-in promises so many numbered items: "5 ways to save", "Follow these steps:". */
  readonly promisesNumbers: (text: string, items: number) => boolean;
  /** The numbers by which a text speaks of items: "repeat step 2", "the second is harder". */
  readonly numbersNamed: (text: string) => readonly number[];
}

/** A rule that is one regular expression (sticky) and what is said for its groups. */
export function patternRule(
  name: string,
  starts: Starts,
  pattern: RegExp,
  say: (groups: Readonly<Record<string, string | undefined>>, place: Place, end: number) => Said | undefined,
  glue?: readonly Glue[],
): Rule {
  const read = (place: Place): Reading | undefined => {
    pattern.lastIndex = place.at;
    const match = pattern.exec(place.text);
    if (match === null || match[0] === '') return undefined;
    const end = place.at + match[0].length;
    const said = say(match.groups ?? {}, place, end);
    if (said === undefined) return undefined;
    return typeof said === 'string' ? { end, speech: said } : { end, ...said };
  };
  return glue === undefined ? { name, starts, read } : { name, starts, glue, read };
}

/** What a pattern rule returns; `end` only where it is not the match's. */
export type Said = string | (Omit<Reading, 'end'> & { readonly end?: number });

/**
 * Sticky regular expression from fragments: `sticky\`${NUMBER}\s?%\``. Every fragment is a source text.
 * Quantifiers in fragments are bounded, so that no rule reads further than it must.
 */
export function sticky(parts: TemplateStringsArray, ...fragments: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw: parts.raw }, ...fragments), 'uy');
}

/** Like `sticky`, for either case. */
export function stickyAnyCase(parts: TemplateStringsArray, ...fragments: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw: parts.raw }, ...fragments), 'iuy');
}

/** Alternatives for a pattern, longest first. */
export function oneOf(words: Iterable<string>): string {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return `(?:${escaped.join('|')})`;
}

/** Nothing of a word or number follows. */
export const END = String.raw`(?![\p{L}\p{N}])`;
