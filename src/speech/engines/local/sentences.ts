import type { TextSpan } from '../../../edition.js';

/** One spoken word: where it stands in the text, and how it is written for Flite. */
export interface SentenceWord {
  readonly speech: TextSpan;
  /** ASCII, with the punctuation that makes Flite pause. */
  readonly ascii: string;
}

export type Sentence = readonly SentenceWord[];

/** Flite's stack overflows above about 1,400 characters; a reader takes breath much earlier. */
const LONGEST_SENTENCE_CHARACTERS = 400;

/** No word is this long; what is (an address, a key) is said in pieces. */
const LONGEST_WORD_CHARACTERS = 60;

/** Letters that do not come apart into an ASCII letter and a mark, and signs with an ASCII twin. */
const ASCII_TWINS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ð: 'th',
  þ: 'th',
  ı: 'i',
  '‘': "'",
  '’': "'",
  '…': '.',
};

/** Splits a text into sentences of words that Flite can say; what has no letter or digit is left out. */
export function splitSentences(text: string): Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)]
    .map(({ segment, index }) => splitWords(segment, index))
    .flatMap(splitAtBreaths)
    .filter((sentence) => sentence.length > 0);
}

/** The sentence as Flite gets it. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map((word) => word.ascii).join(' ');
}

function splitWords(sentence: string, offset: number): SentenceWord[] {
  // A dash separates words, also without a space, and is heard as a comma.
  const pattern = new RegExp(`([^\\s—–]{1,${LONGEST_WORD_CHARACTERS}})(\\s*[—–])?`, 'gu');
  return [...sentence.matchAll(pattern)].flatMap((match) => {
    const [, written = '', dash] = match;
    const ascii = toAscii(written);
    if (!/[a-z0-9]/i.test(ascii)) return [];
    const from = offset + match.index;
    const comma = dash !== undefined && !/[,;:.!?]$/.test(ascii) ? ',' : '';
    return [{ speech: [from, from + written.length] as const, ascii: ascii + comma }];
  });
}

function toAscii(written: string): string {
  return written.normalize('NFKD').replace(/[^\0-\x7f]/gu, (letter) => ASCII_TWINS[letter] ?? '');
}

function splitAtBreaths(sentence: Sentence): Sentence[] {
  const pieces: SentenceWord[][] = [[]];
  let characters = 0;
  for (const [index, word] of sentence.entries()) {
    const wantsBreath = characters > LONGEST_SENTENCE_CHARACTERS / 2 && endsWithBreath(sentence[index - 1]);
    if (wantsBreath && characters + charactersToNextBreath(sentence, index) > LONGEST_SENTENCE_CHARACTERS) {
      pieces.push([]);
      characters = 0;
    } else if (characters + word.ascii.length > LONGEST_SENTENCE_CHARACTERS) {
      pieces.push([]);
      characters = 0;
    }
    pieces.at(-1)?.push(word);
    characters += word.ascii.length + 1;
  }
  return pieces;
}

function endsWithBreath(word: SentenceWord | undefined): boolean {
  return word !== undefined && /[,;:.!?]["')\]]*$/.test(word.ascii);
}

function charactersToNextBreath(sentence: Sentence, from: number): number {
  let characters = 0;
  for (const word of sentence.slice(from)) {
    characters += word.ascii.length + 1;
    if (endsWithBreath(word)) break;
  }
  return characters;
}
