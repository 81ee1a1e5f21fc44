import { nothingFollows, sentenceMayEnd, wordAfter, wordBefore } from '../context.js';
import {
  oneOf,
  type Place,
  patternRule,
  type Reading,
  type Rule,
  sticky,
  stickyAnyCase,
} from '../language.js';
import { spell } from './letters.js';
import { ABBREVIATIONS, type Abbreviation, DOTTED } from './tables/abbreviations.js';
import { SPELLED_IN_SMALL } from './tables/acronyms.js';
import { NOT_NOUNS } from './tables/function-words.js';
import { DIRECTED_PLACES, DIRECTIONS } from './tables/places.js';

const DOTTED_HERE = oneOf(Object.keys(DOTTED));

/** Abbreviations by context, initials, acronyms with points, and endings behind digits. */
export const abbreviationRules: readonly Rule[] = [
  patternRule(
    'ending behind a number',
    { characters: "'’" },
    sticky`['’](?<ending>s|S)(?!\p{L})`,
    () => "'s",
    ['direct'],
  ),
  patternRule(
    'abbreviation with points',
    { words: Object.keys(DOTTED).map((written) => /^\p{L}+/u.exec(written)?.[0] ?? '') },
    stickyAnyCase`(?<written>${DOTTED_HERE})(?<plural>['’]?s)?(?![\p{L}\p{N}])`,
    ({ written = '', plural }, place, end) => {
      if (/^[A-Z]\/[A-Z]/.test(written)) return undefined;
      const speech = (DOTTED[written.toLowerCase()] ?? '') + (plural === undefined ? '' : "'s");
      const comma = /^(?:e\.g|i\.e)/i.test(written) && place.text[end] !== ',' ? ',' : '';
      return {
        speech: speech + comma,
        endsSentence: written.endsWith('.') && comma === '' && sentenceIsOver(place.text, end),
      };
    },
  ),
  { name: 'abbreviation', starts: { words: Object.keys(ABBREVIATIONS) }, read: readAbbreviation },
  patternRule(
    'spelled in small letters',
    { words: SPELLED_IN_SMALL },
    sticky`(?<letters>\p{Ll}{2,6})(?![\p{L}\p{N}'’])`,
    ({ letters = '' }) => (SPELLED_IN_SMALL.has(letters) ? spell(letters) : undefined),
    ['none', 'hyphen'],
  ),
  patternRule(
    'world war',
    { words: ['ww'] },
    sticky`WW[-\s]?(?<number>[12])(?![\p{L}\p{N}])`,
    ({ number }) => `World War ${number === '1' ? 'one' : 'two'}`,
  ),
  patternRule(
    'initials before a name',
    'mixed',
    sticky`(?<initials>(?:\p{Lu}\.[\s ]?){1,3})(?=\p{Lu}\p{Ll})`,
    ({ initials = '' }, place, end) => {
      if (!/\s$/.test(initials) && !/\.\p{Lu}/u.test(initials)) return undefined;
      const speech = initialWords(initials, place);
      return speech === undefined
        ? undefined
        : { speech, end: end - (initials.length - initials.trimEnd().length) };
    },
    ['none', 'hyphen'],
  ),
  patternRule(
    'acronym with points',
    'mixed',
    sticky`(?<letters>(?:\p{L}\.){1,6}\p{L}(?![\p{L}\p{N}])\.?)(?<ending>['’]s|s(?!\p{L}))?`,
    ({ letters = '', ending }, place, end) => {
      const isPlural = ending !== undefined || /\p{Lu}\.s\.?$/u.test(letters);
      return {
        speech: spell(letters.replace(/s\.?$/, '').replaceAll('.', '')) + (isPlural ? "'s" : ''),
        endsSentence: letters.endsWith('.') && ending === undefined && nothingFollows(place.text, end),
      };
    },
    ['none', 'hyphen', 'direct'],
  ),
];

/** A lone initial at the end of a sentence ("vitamin C. The") is no initial of a name. */
function initialWords(initials: string, place: Place): string | undefined {
  const letters = initials.replace(/[^\p{L}]/gu, '');
  if (DIRECTED_PLACES.has(wordAfter(place.text, place.at + initials.length - 1))) return DIRECTIONS[letters];
  const before = wordBefore(place.text, place.at);
  if (letters.length === 1 && !(/^\p{Lu}\p{Ll}/u.test(before) || before === '')) return undefined;
  return [...letters].join(' ');
}

function readAbbreviation(place: Place): Reading | undefined {
  const { text, at } = place;
  const written = /^\p{L}{1,8}/u.exec(text.slice(at, at + 8))?.[0] ?? '';
  const dotted = text[at + written.length] === '.';
  const end = at + written.length + (dotted ? 1 : 0);
  const owned = dotted ? (/^['’]s(?!\p{L})/u.exec(text.slice(end, end + 3))?.[0].length ?? 0) : 0;
  if (owned === 0 && /[\p{L}\p{N}'’-]/u.test(text[end] ?? '') && !/^\.\d/.test(text.slice(end - 1, end + 1)))
    return undefined;
  for (const candidate of ABBREVIATIONS[written.toLowerCase()] ?? []) {
    if (!dotted && !isBareNumber(place, written) && (candidate.bare !== true || /^\p{Lu}{2}/u.test(written)))
      continue;
    if (!holds(candidate, place, written, end)) continue;
    const speech = candidate.many !== undefined && isMany(text, end) ? candidate.many : candidate.say;
    const ends =
      dotted && candidate.title !== true && candidate.when !== 'number' && sentenceIsOver(text, end);
    return owned > 0 ? { end: end + owned, speech: `${speech}'s` } : { end, speech, endsSentence: ends };
  }
  return undefined;
}

/** British "No 10": inside a sentence, a capital and a number behind make it one. */
function isBareNumber({ text, at }: Place, written: string): boolean {
  return (
    written === 'No' &&
    /\p{L}[’']?s? $/u.test(text.slice(Math.max(0, at - 4), at)) &&
    /^ \d/.test(text.slice(at + 2, at + 4))
  );
}

function holds(candidate: Abbreviation, place: Place, written: string, end: number): boolean {
  const { text, at } = place;
  const before = wordBefore(text, at);
  switch (candidate.when) {
    case 'always':
      return text[end - 1] === '.' || /^\p{Ll}/u.test(written) || candidate.bare === true;
    case 'number':
      return (
        /^[\s ]?(?:[#\d(]|(?:[IVX]{1,5}|[ivx]{2,5})(?!\p{L}))/u.test(text.slice(end, end + 7)) &&
        !(written === 'no' && text[end - 1] !== '.')
      );
    case 'name':
      return (
        /^[\s ](?:\p{Lu}|(?:&|and)[\s ]\p{Lu}\p{Ll}{1,3}\.)/u.test(text.slice(end, end + 11)) ||
        (/^\p{Ll}/u.test(written) && text[end - 1] === '.' && /^[\s ]\p{L}/u.test(text.slice(end, end + 3)))
      );
    case 'afterName':
      return (
        (/^\p{Lu}|\d(?:st|nd|rd|th)$/u.test(before) || text.slice(Math.max(0, at - 2), at) === '& ') &&
        !/^(?:The|A|An|In|On|At|And|But|For)$/.test(before) &&
        (text[end - 1] === '.' || candidate.bare === true || /^\s*(?:[,;)]|$)/.test(text.slice(end, end + 3)))
      );
  }
}

/** `p. 44, 46`, `pp. 3-5`, `Figs. 1 and 2`. */
function isMany(text: string, end: number): boolean {
  return /^[\s ]?\d{1,5}[\s ]?(?:[-–,&]|and)[\s ]?\d/.test(text.slice(end, end + 14));
}

/** The abbreviation's point is the sentence's as well: nothing follows, or a word that begins sentences. */
function sentenceIsOver(text: string, end: number): boolean {
  if (text[end - 1] !== '.' || !sentenceMayEnd(text, end)) return false;
  const next = wordAfter(text, end);
  return next === '' || next === 'I' || NOT_NOUNS.has(next.toLowerCase());
}
