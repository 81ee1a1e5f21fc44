import { nothingFollows, sentenceMayEnd, wordBefore } from '../context.js';
import {
  END,
  oneOf,
  type Place,
  patternRule,
  type Rule,
  type Said,
  sticky,
  stickyAnyCase,
} from '../language.js';
import { DASH } from './amounts.js';
import { clock } from './clock.js';
import { cardinal, ordinal, shortYear, year } from './numbers.js';
import { MONTH_WORDS, MONTHS } from './tables/calendar.js';

const MONTH = oneOf(MONTH_WORDS.keys());
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const NTH = '(?:st|nd|rd|th)?';
const YEAR = String.raw`(?:[12]\d{3}|['’]\d\d)`;
const TO = String.raw`\s?${DASH}\s?`;
/** No time, decimal, unit or longer number follows. */
const NO_MORE = String.raw`(?![\p{L}\p{N}%°]|[:.,]\d)`;

type Groups = Readonly<Record<string, string | undefined>>;

/** Dates in all usual orders. */
export const dateRules: readonly Rule[] = [
  patternRule(
    'month and day',
    { words: MONTH_WORDS.keys() },
    stickyAnyCase`(?<month>${MONTH})\.?\s(?<day>${DAY})${NTH}(?:${TO}(?:(?<month2>${MONTH})\.?\s)?(?<day2>${DAY})${NTH})?(?:,?\s(?<year>${YEAR}))?${NO_MORE}`,
    (groups, place) => (isModal(groups['month'], groups['year'], place) ? undefined : monthFirst(groups)),
    ['none', 'hyphen'],
  ),
  patternRule(
    'from a month of one year to one of another',
    { words: MONTH_WORDS.keys() },
    stickyAnyCase`(?<month>${MONTH})\.?\s(?<year>${YEAR})${TO}(?<month2>${MONTH})\.?\s(?<year2>${YEAR})${NO_MORE}`,
    ({ month, year: from, month2, year2 }) =>
      `${monthName(month)} ${yearWords(from)} to ${monthName(month2)} ${yearWords(year2)}`,
    ['none', 'hyphen'],
  ),
  patternRule(
    'months of a year',
    { words: MONTH_WORDS.keys() },
    stickyAnyCase`(?<month>${MONTH})\.?(?:${TO}(?<month2>${MONTH})\.?)?,?\s(?:of\s)?(?<year>${YEAR})${NO_MORE}`,
    ({ month, month2, year: written }) => {
      const months = month2 === undefined ? monthName(month) : `${monthName(month)} to ${monthName(month2)}`;
      return `${months} ${yearWords(written)}`;
    },
    ['none', 'hyphen'],
  ),
  patternRule(
    'months from to',
    { words: MONTH_WORDS.keys() },
    stickyAnyCase`(?<month>${MONTH})\.?\s?[–-]\s?(?<month2>${MONTH})${END}\.?`,
    ({ month, month2 }) => `${monthName(month)} to ${monthName(month2)}`,
  ),
  patternRule(
    'abbreviated month',
    { words: MONTH_WORDS.keys() },
    sticky`(?<month>(?:[Jj]an|JAN|[Ff]ebr?|FEB|[Mm]ar|MAR|[Aa]pr|APR|[Jj]un|[Jj]ul|[Aa]ug|AUG|[Ss]ept?|SEPT?|[Oo]ct|OCT|[Nn]ov|NOV|[Dd]ec|DEC)\.|(?:Feb|Apr|Aug|Sept?|Oct|Nov|Dec)${END})`,
    ({ month }, place, end) => ({
      speech: monthName(month),
      endsSentence: nothingFollows(place.text, end) && month?.endsWith('.') === true,
    }),
    ['none', 'hyphen'],
  ),
  patternRule(
    'day and month',
    'number',
    stickyAnyCase`(?<day>${DAY})${NTH}(?:${TO}(?<day2>${DAY})${NTH})?\s(?:of\s)?(?<month>${MONTH})(?<point>\.?)(?:,?\s(?<year>${YEAR}))?${NO_MORE}`,
    dayFirst,
  ),
  patternRule(
    'year, month and day',
    'number',
    sticky`(?<year>[12]\d{3})(?<mark>[-/.])(?<month>0?[1-9]|1[0-2])\k<mark>(?<day>${DAY})(?:T(?<hour>[0-2]\d):(?<minute>[0-5]\d)(?::\d\d(?:\.\d{1,6})?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?(?![\p{L}\p{N}%°]|[:,]\d)`,
    ({ year: written = '', month, day = '', hour, minute = '', zone }) => {
      const date = `${MONTHS[Number(month) - 1]} ${ordinal(day)}, ${year(written)}`;
      return hour === undefined ? date : `${date}, at ${clock(hour, minute)}${zone === 'Z' ? ' U T C' : ''}`;
    },
  ),
  patternRule(
    'day, month and year with hyphens',
    'number',
    stickyAnyCase`(?<day>${DAY})-(?<month>${MONTH})-(?<year>[12]\d{3}|\d\d)${NO_MORE}`,
    ({ day = '', month, year: written = '' }) =>
      `${monthName(month)} ${ordinal(day)}, ${written.length === 4 ? year(written) : `twenty ${shortYear(written)}`}`,
  ),
  patternRule(
    'year and month',
    'number',
    sticky`(?<year>(?:19|20)\d\d)-(?<month>0[1-9])${NO_MORE}(?!-)`,
    ({ year: written = '', month }) => ({
      speech: `${MONTHS[Number(month) - 1]} ${year(written)}`,
      guess: `${written}-${month} may be a range of years.`,
    }),
  ),
  patternRule(
    'date in numbers',
    'number',
    sticky`(?<first>\d{1,2})(?:(?<mark>[/-])(?<second>\d{1,2})\k<mark>(?<year>[12]\d{3}|\d\d)|\.(?<second2>\d{1,2})\.(?<year2>[12]\d{3}))${NO_MORE}`,
    numericDate,
  ),
];

/** `may 5` without a year and in small letters is rather the verb. */
function isModal(month: string | undefined, written: string | undefined, place: Place): boolean {
  return (
    written === undefined &&
    (month === 'may' || month === 'mar' || month === 'march') &&
    place.text[place.at] === month[0]
  );
}

function monthName(written: string | undefined): string {
  return MONTH_WORDS.get((written ?? '').toLowerCase().replace(/\.$/, '')) ?? '';
}

function yearWords(written: string | undefined): string {
  if (written === undefined) return '';
  return written.length === 4 ? year(written) : shortYear(written.slice(1));
}

function monthFirst({ month, day = '', month2, day2, year: written }: Groups): string {
  const start = `${monthName(month)} ${ordinal(day)}`;
  const until =
    day2 === undefined ? '' : ` to ${month2 === undefined ? '' : `${monthName(month2)} `}${ordinal(day2)}`;
  return start + until + (written === undefined ? '' : `, ${yearWords(written)}`);
}

function dayFirst(groups: Groups, place: Place, end: number): Said | undefined {
  const { day = '', day2, month = '', point, year: written } = groups;
  if (written === undefined && /^(?:may|mar|march|jan|jun|dec|sat|sun)$/.test(month)) return undefined;
  if (
    written === undefined &&
    point === '' &&
    month.length <= 4 &&
    /^[a-z]/.test(month) &&
    month !== 'june' &&
    month !== 'july'
  )
    return undefined;
  const the = wordBefore(place.text, place.at).toLowerCase() === 'the' ? '' : 'the ';
  const until = day2 === undefined ? '' : ` to ${ordinal(day2)}`;
  const speech = `${the}${ordinal(day)}${until} of ${monthName(month)}${written === undefined ? '' : ` ${yearWords(written)}`}`;
  return { speech, endsSentence: point === '.' && written === undefined && sentenceMayEnd(place.text, end) };
}

/** Month first in American English; day first elsewhere, with points, and where it cannot be a month. */
function numericDate(
  { first = '', second, second2, mark, year: long, year2 }: Groups,
  place: Place,
): Said | undefined {
  const other = second ?? second2 ?? '';
  const written = long ?? year2 ?? '';
  if (mark === '-' && written.length === 2) return undefined;
  const dayLeads = mark === undefined || Number(first) > 12 || !/^en(?:-US|-CA|-PH)?$/i.test(place.language);
  const [month, day] = dayLeads && Number(other) <= 12 ? [other, first] : [first, other];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const speech = `${MONTHS[Number(month) - 1]} ${ordinal(day)}, ${written.length === 4 ? year(written) : `twenty ${shortYear(written)}`}`;
  const open = Number(first) <= 12 && Number(other) <= 12 && first !== other;
  return open
    ? {
        speech,
        guess: `Day and month could be the other way round (${cardinal(first)}, ${cardinal(other)}).`,
      }
    : speech;
}
