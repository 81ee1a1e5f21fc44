import { wordBefore } from '../context.js';
import { END, oneOf, patternRule, type Rule, sticky, stickyAnyCase } from '../language.js';
import { sayLetters, spell } from './letters.js';
import { cardinal, decimal, digitByDigit, houseNumber, serialNumber, versionNumber } from './numbers.js';
import { SHY_UNITS } from './tables/units.js';
import { unitAt } from './unit-names.js';

/** Product lines whose names end in a number of four digits said in pairs, or in a number after a space. */
const SERIES = oneOf([
  'RTX',
  'GTX',
  'RX',
  'Ryzen',
  'Xeon',
  'Boeing',
  'Airbus',
  'Rule',
  'SB',
  'HB',
  'AB',
  'HR',
  'SSE',
  'Route',
  'Highway',
  'Interstate',
  'Flight',
  'HTTP',
  'ISO',
  'RFC',
  'error',
  'Error',
  'Room',
  'room',
  'Suite',
  'suite',
  'Section',
  'Form',
  'Arc',
]);

/** Versions, product numbers, pixel sizes and precisions. */
export const versionRules: readonly Rule[] = [
  patternRule(
    'version with v',
    { words: ['v', 'ver', 'rev'] },
    sticky`(?:v|ver\.|ver|rev\.|rev)\s?(?<number>\d{1,8}(?:\.\d{1,8}){0,4})`,
    ({ number = '' }, place) =>
      `${place.text.startsWith('rev', place.at) ? 'revision' : 'version'} ${versionNumber(number)}`,
  ),
  patternRule(
    'number grouped by spaces or points',
    'number',
    sticky`(?<number>\d{1,3}(?:(?:[\u00a0\u2009\u202f]\d{3}){1,5}|(?: \d{3}){2,5}|(?:\.\d{3}){2,5}))(?![\p{L}\p{N}]|\.\d)`,
    ({ number = '' }) => (number.startsWith('0') ? undefined : cardinal(number.replace(/[^\d]/g, ''))),
  ),
  patternRule(
    'version of three parts',
    'number',
    sticky`(?<number>\d{1,8}(?:\.\d{1,8}){2,4})${END}`,
    ({ number = '' }) => versionNumber(number),
    ['none', 'hyphen'],
  ),
  patternRule(
    'number of a product line',
    { words: SERIES.slice(3, -1).toLowerCase().split('|') },
    sticky`(?<name>${SERIES})[\s-](?<number>\d{3,4})(?!\d)(?=(?<suffix>[A-Za-z]{0,4}))`,
    ({ name = '', number = '' }) => `${sayLetters(name)} ${houseNumber(number)}`,
  ),
  patternRule(
    'product number with letters',
    'number',
    sticky`(?<number>\d{4})(?<letters>XTX|XT|X3D|X|Ti|ti|TI|HX|HS|U|F)${END}`,
    ({ number = '', letters = '' }, place) =>
      /^\p{Lu}|^\d$/u.test(wordBefore(place.text, place.at))
        ? `${serialNumber(number)} ${spell(letters.replace('3', ''))}${letters === 'X3D' ? ' three D' : ''}`
        : undefined,
  ),
  patternRule(
    'lines of a picture',
    'number',
    sticky`(?<number>360|480|540|720|1080|1440|2160)p(?!\p{L})`,
    ({ number = '' }) => `${houseNumber(number)} P`,
  ),
  patternRule(
    'video codec',
    { words: ['h', 'x'] },
    sticky`(?<letter>[Hhx])\.?(?<number>26[345])${END}`,
    ({ letter = '', number = '' }) => `${spell(letter)} ${digitByDigit(number)}`,
  ),
  patternRule(
    'number of a preprint',
    { words: ['arxiv'] },
    stickyAnyCase`arxiv:\s?(?<year>\d{4})\.(?<number>\d{4,5})(?:v\d)?${END}`,
    ({ year: month = '', number = '' }) => `archive ${digitByDigit(month)} dot ${digitByDigit(number)}`,
  ),
  patternRule(
    'road',
    { words: ['i', 'us', 'sr'] },
    sticky`(?<road>I|US|SR)-(?<number>\d{2,3})${END}`,
    ({ road = '', number = '' }) => `${spell(road)} ${houseNumber(number)}`,
  ),
  patternRule(
    'wireless standard',
    'number',
    sticky`802\.(?<part>1[15])(?![\d]|\s?[kcm]?m(?!\p{L}))`,
    ({ part = '' }) => `eight oh two dot ${cardinal(part)}`,
  ),
  patternRule('by, between measures', { words: ['x'] }, sticky`x(?=\s\d)`, (_, place) =>
    /\d[\s-]?\p{L}{1,6}\.?\s$/u.test(place.text.slice(Math.max(0, place.at - 10), place.at))
      ? 'by'
      : undefined,
  ),
  patternRule(
    'sizes',
    'number',
    sticky`(?<sizes>\d{1,6}(?:\.\d{1,4})?(?:(?:[x×X]|[\s ][x×X][\s ])\d{1,6}(?:\.\d{1,4})?){1,3})(?![\p{N}])`,
    ({ sizes = '' }, place, end) => {
      const spaced = /\s/.test(sizes);
      if (/^\s{0,2}(?:=|\^|[⁰-⁹]|\+)/u.test(place.text.slice(end, end + 3))) return undefined;
      const by = sizes
        .split(/[\s ]?[x×X][\s ]?/)
        .map(sizePart)
        .join(spaced && sizes.includes('×') ? ' times ' : ' by ');
      const unit = unitAt(place.text, end + (place.text[end] === ' ' ? 1 : 0));
      if (unit === undefined || SHY_UNITS.has(unit.symbol)) return by;
      return { speech: `${by.replace(' times ', ' by ')} ${unit.name[1]}`, end: unit.end };
    },
    ['none', 'hyphen'],
  ),
];

function sizePart(part: string): string {
  return part.includes('.') ? decimal(part) : cardinal(part);
}
