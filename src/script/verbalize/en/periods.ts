import { adjacentWordAfter, nothingFollows, wordBefore } from '../context.js';
import { END, oneOf, type Place, patternRule, type Rule, sticky, stickyAnyCase } from '../language.js';
import { DASH } from './amounts.js';
import { cardinal, shortYear, year } from './numbers.js';
import { SHY_WEEKDAYS, WEEKDAY_WORDS } from './tables/calendar.js';

const WEEKDAY = oneOf(WEEKDAY_WORDS.keys());
const ERA = String.raw`(?:BCE?|AD|CE|B\.C\.?(?:E\.?)?|A\.D\.?|C\.E\.?)`;

/** Decades, eras, quarters, fiscal years and days of the week. */
export const periodRules: readonly Rule[] = [
  patternRule(
    'round numbers of something',
    'number',
    sticky`(?<number>1000|100|10)s(?=\sof(?!\p{L}))`,
    ({ number }) => (number === '10' ? 'tens' : number === '100' ? 'hundreds' : 'thousands'),
  ),
  patternRule(
    'year until now',
    'number',
    sticky`(?<year>(?:1[5-9]|20)\d\d)\s?${DASH}\s?(?=(?:present|now|today)${END})`,
    ({ year: written = '' }) => `${year(written)} to`,
  ),
  patternRule(
    'decade',
    'number',
    sticky`(?<first>\d{3}0|\d0)['’]?s(?:\s?${DASH}\s?['’]?(?<second>\d{3}0|\d0)['’]?s)?${END}`,
    ({ first = '', second }, place, end) =>
      second === undefined && areSeconds(first, place, end)
        ? undefined
        : decade(first) + (second === undefined ? '' : ` to ${decade(second)}`),
    ['none', 'hyphen'],
  ),
  patternRule(
    'short decade',
    { characters: "'’‘" },
    sticky`['’‘](?<first>\d0)s${END}`,
    ({ first = '' }) => decade(first),
    ['none', 'hyphen'],
  ),
  patternRule(
    'short year',
    { characters: "'’‘" },
    sticky`['’‘](?<year>\d\d)(?:[–-]['’‘](?<until>\d\d))?${END}(?!['’])`,
    ({ year: written = '', until }) =>
      shortYear(written) + (until === undefined ? '' : ` to ${shortYear(until)}`),
    ['none', 'hyphen', 'direct'],
  ),
  patternRule(
    'years of two eras',
    'number',
    sticky`(?<from>\d{1,4})\s?(?<era>${ERA})\s?${DASH}\s?(?<to>\d{1,4})\s?(?<era2>${ERA})${END}`,
    ({ from = '', era = '', to = '', era2 = '' }) =>
      `${year(from)} ${eraLetters(era)} to ${year(to)} ${eraLetters(era2)}`,
  ),
  patternRule(
    'year of an era',
    'number',
    sticky`(?<year>\d{1,4})(?:${DASH}(?<until>\d{1,4}))?\s?(?<era>${ERA})${END}`,
    ({ year: written = '', until, era = '' }) =>
      `${year(written)}${until === undefined ? '' : ` to ${year(until)}`} ${eraLetters(era)}`,
  ),
  patternRule(
    'era and year',
    { words: ['ad', 'a'] },
    sticky`(?:AD|A\.D\.)\s(?<year>\d{1,4})${END}`,
    ({ year: written = '' }) => `A D ${year(written)}`,
  ),
  patternRule(
    'quarter, number first',
    'number',
    sticky`(?<number>[1-4])(?<part>[QH])\s?['’]?(?<year>\d{4}|\d\d)?${END}`,
    ({ number = '', part, year: written }) => `${part} ${cardinal(number)} ${periodYear(written)}`.trim(),
  ),
  patternRule(
    'quarter',
    { words: ['q', 'h', 'fy', 'cy'] },
    sticky`(?<part>[QH])(?<number>[1-4])(?:\s?${DASH}\s?[QH]?(?<until>[1-4]))?(?:[\s-]?['’]?(?<year>20\d\d|(?<=['’])\d\d))?${END}`,
    ({ part, number = '', until, year: written }) => {
      const parts =
        until === undefined ? cardinal(number) : `${cardinal(number)} to ${part} ${cardinal(until)}`;
      return `${part} ${parts} ${periodYear(written)}`.trim();
    },
  ),
  patternRule(
    'fiscal year',
    { words: ['fy', 'cy'] },
    sticky`(?<kind>FY|CY)\s?['’]?(?<year>20\d\d|\d\d)(?:\s?${DASH}\s?(?:FY|CY)?(?<until>20\d\d|\d\d))?${END}`,
    ({ kind, year: written, until }) => {
      const start = `${kind === 'FY' ? 'fiscal' : 'calendar'} year ${periodYear(written)}`;
      return until === undefined ? start : `${start} to ${periodYear(until)}`;
    },
  ),
  patternRule(
    'days of the week',
    { words: WEEKDAY_WORDS.keys() },
    stickyAnyCase`(?<first>${WEEKDAY})s?\.?\s?${DASH}\s?(?<last>${WEEKDAY})${END}(?:\.(?!$))?`,
    ({ first, last }) => `${weekday(first)} to ${weekday(last)}`,
  ),
  patternRule(
    'day of the week',
    { words: WEEKDAY_WORDS.keys() },
    sticky`(?<day>[A-Z][a-z]{2,4})(?<point>\.?)(?=[\s,;:)/]|$)`,
    ({ day = '', point }, place, end) => {
      const name = WEEKDAY_WORDS.get(day.toLowerCase());
      if (name === undefined) return undefined;
      const dated =
        /^,?\s(?:[A-Z][a-z]{2,8}\.?\s)?\d/.test(place.text.slice(end, end + 14)) ||
        adjacentWordAfter(place.text, end) === 'at';
      const listed =
        place.text[place.at - 1] === '/' || /^\/[A-Z][a-z]{2,3}/.test(place.text.slice(end, end + 5));
      const shy = !listed && SHY_WEEKDAYS.has(day.toLowerCase());
      if (
        shy &&
        !dated &&
        (point === '' || /^(?:he|she|it|I|they|we|and)$/i.test(wordBefore(place.text, place.at)))
      )
        return undefined;
      return { speech: name, endsSentence: point === '.' && nothingFollows(place.text, end) };
    },
  ),
];

/** "Done in 10s." and "a 60s timeout", but "in 80s fashion" and "in his 30s". */
function areSeconds(written: string, { text, at }: Place, end: number): boolean {
  if (written.length !== 2) return false;
  const next = adjacentWordAfter(text, end);
  return (
    /^(?:timeout|delay|interval|window|clip|video|cooldown|limit|timer|countdown|exposure|ad|spot|latency)s?$/.test(
      next,
    ) ||
    (next === '' &&
      /^(?:in|within|after|under|for|takes?|took|every|lasts?|than)$/i.test(wordBefore(text, at)))
  );
}

function eraLetters(era: string): string {
  return [...era.replaceAll('.', '')].join(' ');
}

function weekday(written: string | undefined): string {
  return WEEKDAY_WORDS.get((written ?? '').toLowerCase()) ?? '';
}

/** `2024` and `24` alike. */
function periodYear(written: string | undefined): string {
  if (written === undefined) return '';
  return written.length === 4 ? year(written) : shortYear(written);
}

/** `1980` → "nineteen eighties", `2000` → "two thousands", `90` → "nineties". */
function decade(written: string): string {
  if (written === '00') return 'two thousands';
  const words = written.length === 4 ? year(written) : cardinal(String(Number(written)));
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`;
}
