/** Months by every usual spelling, in lower case and without the point of an abbreviation → number from 1. */
const MONTH_SPELLINGS: readonly (readonly [name: string, ...short: string[]])[] = [
  ['January', 'jan'],
  ['February', 'feb', 'febr'],
  ['March', 'mar'],
  ['April', 'apr'],
  ['May'],
  ['June', 'jun'],
  ['July', 'jul'],
  ['August', 'aug'],
  ['September', 'sep', 'sept'],
  ['October', 'oct'],
  ['November', 'nov'],
  ['December', 'dec'],
];

/** Names of the months; the first is January. */
export const MONTHS: readonly string[] = MONTH_SPELLINGS.map(([name]) => name);

/** Any spelling in lower case → the month's name. */
export const MONTH_WORDS: ReadonlyMap<string, string> = new Map(
  MONTH_SPELLINGS.flatMap(([name, ...short]) =>
    [name.toLowerCase(), ...short].map((word) => [word, name] as const),
  ),
);

/** Any spelling in lower case → the day's name. */
export const WEEKDAY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Monday: 'mon monday',
    Tuesday: 'tue tues tuesday',
    Wednesday: 'wed weds wednesday',
    Thursday: 'thu thur thurs thursday',
    Friday: 'fri friday',
    Saturday: 'sat saturday',
    Sunday: 'sun sunday',
  }).flatMap(([name, spellings]) => spellings.split(' ').map((word) => [word, name] as const)),
);

/** Abbreviations of weekdays that are also words: read only in a range or before a date. */
export const SHY_WEEKDAYS: ReadonlySet<string> = new Set(['sat', 'sun', 'wed', 'mon', 'thu', 'fri', 'weds']);

/** Time zones that are said letter by letter. */
export const TIME_ZONES: readonly string[] =
  `UTC GMT EST EDT ET CST CDT CT MST MDT MT PST PDT PT AKST HST CET CEST EET EEST WET BST
  IST JST KST SGT HKT AEST AEDT ACST AWST NZST NZDT MSK`.split(/\s+/);
