import { nothingFollows, wordBefore } from '../context.js';
import { END, oneOf, patternRule, type Rule, sticky, stickyAnyCase } from '../language.js';
import { cardinal, decimal, digitByDigit, houseNumber } from './numbers.js';
import { DIRECTIONS, OLD_STATES, STATES, STREET_NAMES, STREETS } from './tables/places.js';

const DIRECTION = oneOf(Object.keys(DIRECTIONS));
const STREET = oneOf(STREETS);
const STATE = oneOf(Object.keys(STATES));

/** Street addresses, states behind cities, ZIP codes and coordinates. */
export const addressRules: readonly Rule[] = [
  patternRule(
    'house number and direction',
    'number',
    sticky`(?<house>\d{1,5})(?<letter>[A-Z]?)\s(?<direction>${DIRECTION})\.?(?=\s(?:[A-Z][a-z]{1,20}|\d{1,3}(?:st|nd|rd|th))(?:\s[A-Z][a-z]{1,20}){0,2}\s${STREET}${END})`,
    ({ house = '', letter = '', direction = '' }) =>
      `${`${houseNumber(house)} ${letter}`.trim()} ${DIRECTIONS[direction]}`,
  ),
  patternRule(
    'house number',
    'number',
    sticky`(?<house>\d{1,5})(?<letter>[A-Z]?)(?=\s(?:[A-Z][\p{Ll}]{1,20}|[A-Z][\p{L}'’]{1,20}|\d{1,3}(?:st|nd|rd|th))(?:\s[A-Z][\p{Ll}]{1,20}){0,2}\s${STREET}${END})`,
    ({ house = '', letter = '' }, place) =>
      /^(?:the|Mr|Mrs|in|In|since)$/.test(wordBefore(place.text, place.at))
        ? undefined
        : `${houseNumber(house)} ${letter}`.trim(),
  ),
  patternRule(
    'kind of street before a comma',
    { words: Object.keys(STREET_NAMES).map((street) => street.toLowerCase()) },
    sticky`(?<street>${oneOf(Object.keys(STREET_NAMES))})(?:\.(?=,))?(?=\.?,\s\p{Lu}|\s${DIRECTION}(?![\p{L}])|$)`,
    ({ street = '' }, place) =>
      /^\p{Lu}|\d(?:st|nd|rd|th)$/u.test(wordBefore(place.text, place.at))
        ? (STREET_NAMES[street] ?? '')
        : undefined,
  ),
  patternRule(
    'latitude or longitude',
    { words: ['n', 's', 'e', 'w'] },
    stickyAnyCase`(?<direction>[NSEW])\.\s(?<kind>lat|long)\.`,
    ({ direction = '', kind }) =>
      `${DIRECTIONS[direction.toUpperCase()]} ${kind?.toLowerCase() === 'lat' ? 'latitude' : 'longitude'}`,
  ),
  patternRule(
    'direction behind a street',
    { words: Object.keys(DIRECTIONS).map((direction) => direction.toLowerCase()) },
    sticky`(?<direction>${DIRECTION})${END}`,
    ({ direction = '' }, place) =>
      STREETS.includes(wordBefore(place.text, place.at)) ? DIRECTIONS[direction] : undefined,
  ),
  patternRule(
    'state in an older abbreviation',
    { words: Object.keys(OLD_STATES).map((state) => state.toLowerCase()) },
    sticky`(?<state>${oneOf(Object.keys(OLD_STATES))})\.`,
    ({ state = '' }, place, end) =>
      /\p{Ll},\s$|\p{Lu}-$/u.test(place.text.slice(Math.max(0, place.at - 3), place.at))
        ? { speech: OLD_STATES[state] ?? '', endsSentence: nothingFollows(place.text, end) }
        : undefined,
    ['none', 'hyphen'],
  ),
  patternRule(
    'state and ZIP code',
    { words: Object.keys(STATES).map((state) => state.toLowerCase()) },
    sticky`(?<state>${STATE})(?:\s(?<zip>\d{5})(?:-(?<four>\d{4}))?)?${END}`,
    ({ state = '', zip, four }, place) => {
      if (!/\p{Ll},\s$/u.test(place.text.slice(Math.max(0, place.at - 3), place.at)) && zip === undefined)
        return undefined;
      const code = zip === undefined ? '' : `, ${digitByDigit(zip)}`;
      return `${STATES[state]}${code}${four === undefined ? '' : `, ${digitByDigit(four)}`}`;
    },
  ),
  patternRule(
    'coordinate',
    'number',
    sticky`(?<degrees>\d{1,3}(?:\.\d{1,8})?)[\s ]?°[\s ]?(?:(?<minutes>\d{1,2}(?:\.\d{1,6})?)[\s ]?['′’][\s ]?)?(?:(?<seconds>\d{1,2}(?:\.\d{1,6})?)[\s ]?(?:["″”]|'')[\s ]?)?(?<direction>[NSEW])?(?![\p{L}\p{N}])`,
    ({ degrees = '', minutes, seconds, direction }) => {
      if (minutes === undefined && direction === undefined) return undefined;
      const parts = [`${decimal(degrees)} degrees`];
      if (minutes !== undefined) parts.push(`${decimal(minutes)} minutes`);
      if (seconds !== undefined) parts.push(`${decimal(seconds)} seconds`);
      if (direction !== undefined) parts.push((DIRECTIONS[direction] ?? '').toLowerCase());
      return parts.join(' ');
    },
  ),
  patternRule(
    'feet and inches in letters',
    'number',
    sticky`(?<feet>\d{1,3})[\s ]?ft\.?[\s ](?<inches>\d{1,2}(?:\.\d{1,2})?)[\s ]?in(?![\p{L}\p{N}])(?:\.(?=[\s,;]))?`,
    ({ feet = '', inches = '' }) =>
      `${cardinal(feet)} ${feet === '1' ? 'foot' : 'feet'} ${decimal(inches)} ${inches === '1' ? 'inch' : 'inches'}`,
  ),
  patternRule(
    'feet and inches',
    'number',
    sticky`(?<feet>\d{1,2})['′’][\s-]?(?<inches>\d{1,2}(?:\.\d{1,2})?)(?:["″”]|''|(?![\p{L}\p{N}]))`,
    ({ feet = '', inches = '' }) => `${cardinal(feet)} ${feet === '1' ? 'foot' : 'feet'} ${decimal(inches)}`,
  ),
  patternRule(
    'size in feet or inches',
    'number',
    sticky`(?<first>\d{1,4}(?:\.\d{1,2})?)(?<unit>['′"″])[\s ]?[x×][\s ]?(?<second>\d{1,4}(?:\.\d{1,2})?)\k<unit>`,
    ({ first = '', second = '', unit = '' }) =>
      `${decimal(first)} by ${decimal(second)} ${/['′]/.test(unit) ? 'feet' : 'inches'}`,
  ),
  patternRule(
    'inches',
    'number',
    sticky`(?<number>\d{1,3}(?:\.\d{1,2})?)(?:″|"(?=\s(?:\p{Ll}|TV|LCD|OLED)))`,
    ({ number = '' }) => `${decimal(number)} inch`,
  ),
  patternRule(
    'seconds of arc',
    'number',
    sticky`(?<number>\d{1,3})"(?=\s(?:West|East|North|South|[NSEW])(?!\p{L}))`,
    ({ number = '' }) => `${cardinal(number)} seconds`,
  ),
];
