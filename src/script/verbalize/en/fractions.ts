import { wordAfter, wordBefore } from '../context.js';
import { END, type Place, patternRule, type Rule, type Said, sticky } from '../language.js';
import { DASH } from './amounts.js';
import { cardinal, decimal, fraction, ordinal, shortYear, year } from './numbers.js';
import { MONTH_WORDS, MONTHS, WEEKDAY_WORDS } from './tables/calendar.js';
import { SHY_UNITS } from './tables/units.js';
import { type FoundUnit, unitAt } from './unit-names.js';

/** Pairs that have a name of their own. */
const NAMED: Readonly<Record<string, string>> = {
  '24/7': 'twenty-four seven',
  '9/11': 'nine eleven',
  '7/7': 'seven seven',
  '50/50': 'fifty-fifty',
  '20/20': 'twenty-twenty',
  '80/20': 'eighty-twenty',
  '60/40': 'sixty-forty',
  '70/30': 'seventy-thirty',
  '90/10': 'ninety-ten',
};

const VULGAR = '½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒';
/** Whether a character is a fraction: `½`. */
export function isVulgarFraction(character = ''): boolean {
  return character !== '' && VULGAR.includes(character);
}

const RATING = /^(?:scored?|scores|rated?|rates|rating|ratings|got|gave|gives|earned|received|a|solid|was)$/i;
const DATED = /^(?:on|since|until|till|by|before|after|from|due|dated|starting|ending)$/i;

/** Fractions, mixed numbers, and other pairs with a stroke between. */
export const fractionRules: readonly Rule[] = [
  patternRule(
    'mixed number',
    'number',
    sticky`(?<whole>\d{1,9})[\s-](?<numerator>\d{1,3})[/⁄](?<denominator>\d{1,3})${END}(?!\/)`,
    ({ whole = '', numerator = '', denominator = '' }, place, end) =>
      Number(numerator) < Number(denominator)
        ? withUnit(mixed(whole, fraction(numerator, denominator)), place.text, end)
        : undefined,
  ),
  patternRule(
    'number with a fraction character',
    'number',
    sticky`(?<whole>\d{1,9})[\s ]?(?<sign>[${VULGAR}])`,
    ({ whole = '', sign = '' }, place, end) => withUnit(mixed(whole, vulgar(sign)), place.text, end),
  ),
  patternRule(
    'range up to a fraction character',
    'number',
    sticky`(?<first>\d{1,9})\s?${DASH}\s?(?<whole>\d{1,9})[\s ]?(?<sign>[${VULGAR}])`,
    ({ first = '', whole = '', sign = '' }, place, end) =>
      withUnit(`${cardinal(first)} to ${mixed(whole, vulgar(sign))}`, place.text, end),
  ),
  patternRule(
    'part of a second',
    'number',
    sticky`1\/(?<denominator>\d{2,5})\s?(?:s|sec|second)${END}`,
    ({ denominator = '' }) => `one ${ordinal(denominator)} of a second`,
  ),
  patternRule(
    'fraction character',
    { characters: VULGAR },
    sticky`(?<sign>[${VULGAR}])`,
    ({ sign = '' }, place, end) => partOf(vulgar(sign), place.text, end),
    ['none', 'hyphen'],
  ),
  patternRule(
    'fraction with an ordinal',
    'number',
    sticky`(?<numerator>\d{1,3})[/⁄](?<denominator>\d{1,4})(?:st|nd|rd|th)s?${END}`,
    ({ numerator = '', denominator = '' }) => fraction(numerator, denominator),
    ['none', 'hyphen'],
  ),
  patternRule(
    'every day of the year',
    'number',
    sticky`24[/x×]7(?<year>[/x×]365)?${END}`,
    ({ year }) => `twenty-four seven${year === undefined ? '' : ' three sixty-five'}`,
  ),
  patternRule(
    'rating with decimals',
    'number',
    sticky`(?<first>\d{1,3}\.\d{1,2})\/(?<second>5|10|20|100)${END}`,
    ({ first = '', second = '' }) => `${decimal(first)} out of ${cardinal(second)}`,
  ),
  patternRule(
    'shares with strokes',
    'number',
    sticky`(?<shares>\d{1,3}(?:\/\d{1,3}){2,4})${END}(?!\/)`,
    ({ shares = '' }) => shares.split('/').map(cardinal).join(', '),
  ),
  patternRule(
    'pair with a stroke',
    'number',
    sticky`(?<first>\d{1,6})[/⁄](?<second>\d{1,6})${END}(?![/⁄.]\d)`,
    strokePair,
  ),
];

function strokePair(
  { first = '', second = '' }: Readonly<Record<string, string | undefined>>,
  place: Place,
  end: number,
): Said | undefined {
  const named = NAMED[`${first}/${second}`];
  if (named !== undefined) return named;
  if (/^(?:19|20)\d\d$/.test(first) && Number(second) === (Number(first) + 1) % 100)
    return `${year(first)} ${shortYear(second)}`;
  const before = wordBefore(place.text, place.at);
  if (isDate(first, second, before) || (isLikelyDate(first, second) && !RATING.test(before))) {
    return {
      speech: `${MONTHS[Number(first) - 1]} ${ordinal(second)}`,
      guess: `${first}/${second} is read as a date.`,
    };
  }
  if (first === '0' || isRating(second, before, wordAfter(place.text, end)))
    return `${cardinal(first)} out of ${cardinal(second)}`;
  const measured = Number(first) > Number(second) ? measureAt(place.text, end) : undefined;
  if (measured !== undefined)
    return { speech: `${cardinal(first)} over ${cardinal(second)} ${measured.name[1]}`, end: measured.end };
  if (/^(?:1[89]|20)\d\d$/.test(first) && Number(second) === Number(first) + 1)
    return `${year(first)} to ${year(second)}`;
  if (Number(second) < 2) return `${cardinal(first)} over ${cardinal(second)}`;
  if (Number(first) < Number(second)) return partOf(fraction(first, second), place.text, end);
  return {
    speech: `${cardinal(first)} ${Number(first) === Number(second) ? 'out of' : 'over'} ${cardinal(second)}`,
    guess: `${first}/${second} may be a fraction, a score or a pair.`,
  };
}

/** "two and a half". */
function mixed(whole: string, part: string): string {
  return `${cardinal(whole)} and ${part.replace(/^one (?=eigh|eleven)/, 'an ').replace(/^one /, 'a ')}`;
}

function withUnit(words: string, text: string, end: number): Said {
  const unit = measureAt(text, end);
  return unit === undefined ? words : { speech: `${words} ${unit.name[1]}`, end: behindPoint(text, unit) };
}

/** "3/4 mi" is three quarters of a mile, "1/2 kg" half a kilogram. */
function partOf(words: string, text: string, end: number): Said {
  const kind = text[end] === '-' ? unitAt(text, end + 1) : undefined;
  if (kind !== undefined && !SHY_UNITS.has(kind.symbol))
    return { speech: `${words} ${kind.name[0]}`, end: behindPoint(text, kind) };
  const unit = measureAt(text, end);
  if (unit === undefined) return words;
  const article = /^[aeiou]|^hour/.test(unit.name[0]) ? 'an' : 'a';
  const part = words === 'one half' ? 'half' : `${words} of`;
  return { speech: `${part} ${article} ${unit.name[0]}`, end: behindPoint(text, unit) };
}

/** The point of an abbreviated unit inside a sentence: "¼ tsp. salt". */
function behindPoint(text: string, { end }: FoundUnit): number {
  return /^\.\s\p{Ll}/u.test(text.slice(end, end + 3)) ? end + 1 : end;
}

/** A unit that measures, behind a fraction; words like "in" are none. */
function measureAt(text: string, end: number): FoundUnit | undefined {
  const gap = /^\s/.test(text.slice(end, end + 1)) ? 1 : 0;
  const unit = unitAt(text, end + gap);
  return unit === undefined || SHY_UNITS.has(unit.symbol) || unit.symbol === '%' ? undefined : unit;
}

function isDate(first: string, second: string, before: string): boolean {
  if (Number(first) < 1 || Number(first) > 12 || Number(second) < 1 || Number(second) > 31) return false;
  if (/^0/.test(first) || /^0/.test(second)) return true;
  const word = before.toLowerCase();
  return DATED.test(word) || WEEKDAY_WORDS.has(word) || MONTH_WORDS.has(word);
}

/** `12/8`, `10/15` and `12/31` are days: nobody writes a fraction that is so far above one, or not reduced, or so odd. */
function isLikelyDate(first: string, second: string): boolean {
  const [month, day] = [Number(first), Number(second)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (month > day) return month >= 7;
  const isReduced = ![2, 3, 5, 7, 11].some((factor) => month % factor === 0 && day % factor === 0);
  return day > 12 && (!isReduced || (day > 25 && month > 3));
}

function isRating(second: string, before: string, after: string): boolean {
  if (/^(?:stars?|points?|rating|marks?)$/.test(after)) return true;
  if (/^(?:scored?|scores|rated?|rates)$/i.test(before)) return true;
  return (second === '10' || second === '5' || second === '100') && RATING.test(before);
}

/** `½` → "one half", by Unicode's own decomposition. */
function vulgar(sign: string): string {
  const [numerator = '', denominator = ''] = sign.normalize('NFKD').split('⁄');
  return fraction(numerator, denominator);
}
