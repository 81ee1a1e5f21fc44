import { wordAfter, wordBefore } from '../context.js';
import { type Place, patternRule, type Rule, type Said, sticky, stickyAnyCase } from '../language.js';
import { cardinal, ordinal } from './numbers.js';
import { NUMBERED_BY_ROMAN, RULERS } from './tables/names.js';

const WELL_FORMED = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Numerals that are read without a word that introduces them: of I, V and X, and long ones. */
const STANDALONE = /^(?:[IVX]{2,}|(?=.*[IVX])[IVXLCDM]{4,})$/;

/** Of these, the ones that are as often letters: only behind a name. */
const SHY = new Set(['IV', 'VI', 'XI', 'XX', 'XXX']);

/** `Part II`, `Henry VIII`, `Super Bowl LIX`, `World War I`; never the pronoun. */
export const romanRules: readonly Rule[] = [
  patternRule(
    'range of Roman numerals',
    'mixed',
    stickyAnyCase`(?<first>[IVXLC]{1,7})[–-](?<last>[IVXLC]{1,7})(?![\p{L}\p{N}])`,
    ({ first: one = '', last: other = '' }, place) => {
      const [first, last] = [one.toUpperCase(), other.toUpperCase()];
      if (!WELL_FORMED.test(first) || !WELL_FORMED.test(last)) return undefined;
      const [from, to] = [romanValue(first), romanValue(last)];
      const before = wordBefore(place.text, place.at).toLowerCase().replace(/s$/, '');
      return from < to && NUMBERED_BY_ROMAN.has(before)
        ? `${cardinal(String(from))} to ${cardinal(String(to))}`
        : undefined;
    },
  ),
  patternRule(
    'item of a list',
    { characters: '(' },
    sticky`\((?<numeral>i{1,3}|iv|v|vi{1,3}|ix|x)\)(?=\s)`,
    ({ numeral = '' }) => `${cardinal(String(romanValue(numeral.toUpperCase())))},`,
  ),
  patternRule(
    'Roman numeral in small letters',
    {
      words: [
        'i',
        'ii',
        'iii',
        'iv',
        'v',
        'vi',
        'vii',
        'viii',
        'ix',
        'x',
        'xi',
        'xii',
        'xiii',
        'xiv',
        'xv',
        'xvi',
      ],
    },
    sticky`(?<numeral>[ivx]{1,5})(?![\p{L}\p{N}]|[–-][ivxl]{1,7}(?!\p{L}))`,
    ({ numeral = '' }, place) =>
      NUMBERED_BY_ROMAN.has(wordBefore(place.text, place.at).toLowerCase())
        ? cardinal(String(romanValue(numeral.toUpperCase())))
        : undefined,
  ),
  patternRule(
    'Roman numeral',
    'mixed',
    sticky`(?<numeral>[IVXLCDM]{1,9})(?<ending>th|st|nd|rd|['’]s|s)?(?![\p{L}\p{N}]|\.\p{L}|&|-\p{Lu}|['’]\p{L})`,
    ({ numeral = '', ending }, place, end) =>
      WELL_FORMED.test(numeral) ? numeralWords(numeral, ending, place, end) : undefined,
    ['none', 'hyphen'],
  ),
];

function numeralWords(
  numeral: string,
  ending: string | undefined,
  place: Place,
  end: number,
): Said | undefined {
  const value = String(romanValue(numeral));
  const before = wordBefore(place.text, place.at);
  const possessive = ending?.endsWith('s') === true ? "'s" : '';
  if (/^(?:th|st|nd|rd)$/.test(ending ?? '') || /^centur/.test(wordAfter(place.text, end)))
    return ordinal(value);
  if (place.text[place.at - 1] === ' ' && (isRuler(numeral, before, place, end) || isHeir(numeral, place)))
    return `the ${ordinal(value)}${possessive}`;
  if (isNumberOf(before.toLowerCase(), numeral) && !isPronoun(numeral, place.text, end))
    return cardinal(value) + possessive;
  if (!STANDALONE.test(numeral) || place.capitals) return undefined;
  if (!SHY.has(numeral)) return cardinal(value) + possessive;
  const series = /^\p{Lu}\p{Ll}/u.test(before);
  return series ? { speech: cardinal(value) + possessive, guess: `${numeral} may be letters.` } : undefined;
}

/** "Henry VIII"; "Sam I" only where no verb can follow. */
function isRuler(numeral: string, before: string, place: Place, end: number): boolean {
  if (!RULERS.has(before)) return false;
  if (numeral !== 'I') return true;
  return /^\s*(?:$|[,;.)]|of\b|was\b|and\b)/.test(place.text.slice(end, end + 6));
}

const FULL_NAME = /(?<first>\p{Lu}\p{Ll}{1,20}) (?<middle>\p{Lu}\. )?\p{Lu}[\p{L}'’-]{1,30} $/u;

/** "John D. Smith III" and "Robert Downey IV" bear a father's name; "Final Fantasy III" does not. */
function isHeir(numeral: string, { text, at }: Place): boolean {
  if (!/^(?:II|III|IV|V)$/.test(numeral)) return false;
  const { first = '', middle } = FULL_NAME.exec(text.slice(Math.max(0, at - 60), at))?.groups ?? {};
  return middle !== undefined || RULERS.has(first);
}

/** "Series C" and "Generation X" are letters; only I and V, and X in books, are numbers when they stand alone. */
function isNumberOf(before: string, numeral: string): boolean {
  if (!NUMBERED_BY_ROMAN.has(before)) return false;
  if (numeral === 'X')
    return /^(?:chapter|part|volume|act|article|section|title|book|appendix|psalm|annex|canto)$/.test(before);
  return numeral.length > 1 || (before !== 'no' && (numeral === 'I' || numeral === 'V'));
}

/** "In part I agree": the numeral is followed by a verb. */
function isPronoun(numeral: string, text: string, end: number): boolean {
  return (
    numeral === 'I' &&
    /^(?:am|was|have|had|will|would|can|could|do|did|think|thought|believe|saw|agree|know|knew|want|wrote|read|used|went|got|like|love|made|found|tried|just|also|still|never|really|feel|felt)$/.test(
      wordAfter(text, end),
    )
  );
}

/** The value of a well-formed numeral: `XIV` → 14. */
export function romanValue(numeral: string): number {
  let total = 0;
  for (let index = 0; index < numeral.length; index += 1) {
    const value = VALUES[numeral[index] ?? ''] ?? 0;
    const next = VALUES[numeral[index + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}
