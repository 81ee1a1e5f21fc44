import { adjacentWordAfter, sentenceMayEnd, wordBefore } from '../context.js';
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
import { clock, minuteWords } from './clock.js';
import { cardinal, year } from './numbers.js';
import { TIME_ZONES } from './tables/calendar.js';

const HOUR = String.raw`(?:[01]?\d|2[0-4])`;
const MINUTE = String.raw`[0-5]\d`;
const HALF = String.raw`(?:[ap]\.\s?m\.?|[ap]m)(?!\p{L})`;
const ZONE = oneOf([
  ...TIME_ZONES,
  ...TIME_ZONES.map((zone) => `${[...zone].join('.')}.`),
  ...TIME_ZONES.map((zone) => [...zone].join('.')),
]);

/** The point of an abbreviation, where the sentence goes on. */
const POINT = String.raw`(?:\.(?=\s[\p{Ll}\d]|\d))?`;

type Groups = Readonly<Record<string, string | undefined>>;

/** Times of day, durations and ratios. */
export const timeRules: readonly Rule[] = [
  patternRule(
    'time of day with a.m. or p.m.',
    'number',
    stickyAnyCase`(?<hour>${HOUR})(?:[:.](?<minute>${MINUTE}))?(?::(?<second>${MINUTE}))?\s?(?<half>${HALF})?(?:\s?${DASH}\s?(?:(?<word2>noon|midnight)|(?<hour2>${HOUR})(?:[:.](?<minute2>${MINUTE}))?\s?(?<half2>${HALF})))?(?:\s\(?(?<zone>${ZONE})${END}\)?)?`,
    halfDayTime,
  ),
  patternRule(
    'duration by the clock',
    'number',
    sticky`(?<hours>\d{1,3}):(?<minutes>${MINUTE}):(?<seconds>${MINUTE})(?:\.\d{1,3})?${END}`,
    ({ hours = '', minutes = '', seconds = '' }, place, end) => {
      if (Number(hours) < 25 && isTimeOfDay(place, end)) {
        return clock(hours, minutes) + (seconds === '00' ? '' : ` and ${counted(seconds, 'second')}`);
      }
      return duration([counted(hours, 'hour'), counted(minutes, 'minute'), counted(seconds, 'second')]);
    },
  ),
  patternRule(
    'time of day',
    'number',
    stickyAnyCase`(?<hour>${HOUR}):(?<minute>${MINUTE})(?!:?\d)(?:\s?${DASH}\s?(?<hour2>${HOUR}):(?<minute2>${MINUTE}))?(?:\s?(?<zone>${ZONE}))?${END}`,
    ({ hour = '', minute = '', hour2, minute2 = '', zone }, place, end) => {
      if (/^(?:ratio|odds|aspect|resolution|video|format|split)/.test(adjacentWordAfter(place.text, end)))
        return undefined;
      const start = clock(hour, minute, hour2 === undefined && zone === undefined);
      return `${start}${hour2 === undefined ? '' : ` to ${clock(hour2, minute2)}`}${zoneWords(zone)}`;
    },
  ),
  patternRule(
    'military time',
    'number',
    sticky`(?<hour>[01]\d|2[0-4])(?<minute>${MINUTE})(?=\s(?:hours|hrs)(?!\p{L}))`,
    ({ hour = '', minute = '' }, place) => {
      if (
        !hour.startsWith('0') &&
        !/^(?:at|by|until|from|since|to|before|after)$/i.test(wordBefore(place.text, place.at))
      )
        return undefined;
      const hours = hour.startsWith('0') ? `oh ${cardinal(hour.slice(1))}` : cardinal(hour);
      return `${hours} ${minute === '00' ? 'hundred' : minuteWords(minute)}`;
    },
  ),
  patternRule(
    'distance from universal time',
    { words: ['utc', 'gmt'] },
    sticky`(?<zone>UTC|GMT)\s?(?<sign>[+−-])(?<hours>\d{1,2})(?::(?<minutes>${MINUTE}))?${END}`,
    ({ zone, sign, hours = '', minutes = '00' }) =>
      `${zoneWords(zone).trim()} ${sign === '+' ? 'plus' : 'minus'} ${cardinal(String(Number(hours)))}${minutes === '00' ? '' : ` ${minuteWords(minutes)}`}`,
  ),
  patternRule(
    'standard and its year',
    'number',
    sticky`(?<standard>\d{3,5}):(?<year>(?:19|20)\d\d)${END}`,
    ({ standard = '', year: written = '' }) => `${cardinal(standard)}, ${year(written)}`,
  ),
  patternRule(
    'ratio',
    'number',
    sticky`(?<parts>\d{1,6}(?:\.\d{1,3})?(?::\d{1,6}(?:\.\d{1,3})?){1,3})${END}`,
    ({ parts = '' }) => parts.split(':').map(ratioPart).join(' to '),
  ),
  patternRule(
    'duration in hours',
    'number',
    sticky`(?:(?<days>\d{1,4})\s?d\.?\s)?(?<hours>\d{1,4})\s?(?:h|hr|hrs)\.?\s?(?<minutes>\d{1,3})\s?(?:m|min|mins)${POINT}(?:\s?(?<seconds>\d{1,3})\s?(?:s|sec|secs)${POINT})?${END}`,
    spelledDuration,
  ),
  patternRule(
    'duration in hours and bare minutes',
    'number',
    sticky`(?<hours>\d{1,2})h(?<minutes>[0-5]\d)${END}`,
    spelledDuration,
  ),
  patternRule(
    'duration in minutes',
    'number',
    sticky`(?<minutes>\d{1,4})\s?(?:m|min|mins)${POINT}\s?(?<seconds>\d{1,3})\s?(?:s|sec|secs)${POINT}${END}`,
    spelledDuration,
  ),
];

/** Behind "at" or a date, and before a time zone, the clock is read, not a stopwatch. */
function isTimeOfDay(place: Place, end: number): boolean {
  const before = wordBefore(place.text, place.at);
  return (
    /^(?:at|by|until|from|\d{4})$/i.test(before) || TIME_ZONES.includes(adjacentWordAfter(place.text, end))
  );
}

function halfDayTime(groups: Groups, place: Place, end: number): Said | undefined {
  const { hour = '', minute, half, hour2, minute2, half2, zone } = groups;
  const last = half2 ?? half;
  if (last === undefined || (half === undefined && hour2 === undefined)) return undefined;
  if (/^\.?\d/.test(place.text.slice(end, end + 2))) return undefined;
  const start = `${hourWords(hour, minute)}${half === undefined ? '' : ` ${halfWords(half)}`}`;
  const last2 = hour2 === undefined ? groups['word2'] : `${hourWords(hour2, minute2)} ${halfWords(half2)}`;
  const until = last2 === undefined ? '' : ` to ${last2}`;
  const seconds = groups['second'] === undefined ? '' : ` and ${counted(groups['second'], 'second')}`;
  const ends = zone === undefined && place.text[end - 1] === '.' && sentenceMayEnd(place.text, end);
  return {
    speech: `${start}${seconds}${until}${zoneWords(zone)}`,
    endsSentence: ends && !beforeDay(place.text, end),
  };
}

/** "at 9 a.m. Monday" goes on. */
function beforeDay(text: string, end: number): boolean {
  return /^\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Pacific|Eastern|Central|Mountain|[A-Z]{2,4}\b)/.test(
    text.slice(end, end + 10),
  );
}

function hourWords(hour: string, minute: string | undefined): string {
  const twelve = Number(hour) % 24 === 0 ? '12' : String(Number(hour));
  if (minute === undefined || minute === '00') return cardinal(twelve);
  return `${cardinal(twelve)} ${minuteWords(minute)}`;
}

function halfWords(half: string | undefined): string {
  return half?.toLowerCase().startsWith('a') ? 'A M' : 'P M';
}

function zoneWords(zone: string | undefined): string {
  return zone === undefined ? '' : ` ${[...zone.toUpperCase().replaceAll('.', '')].join(' ')}`;
}

function ratioPart(part: string): string {
  const [whole = '', fraction] = part.split('.');
  return fraction === undefined
    ? cardinal(whole)
    : `${cardinal(whole)} point ${[...fraction].map(cardinal).join(' ')}`;
}

function counted(written: string, unit: string): string {
  const value = String(Number(written));
  return `${cardinal(value)} ${unit}${value === '1' ? '' : 's'}`;
}

function spelledDuration({ days, hours, minutes, seconds }: Groups): string {
  const parts: string[] = [];
  if (days !== undefined) parts.push(counted(days, 'day'));
  if (hours !== undefined) parts.push(counted(hours, 'hour'));
  if (minutes !== undefined) parts.push(counted(minutes, 'minute'));
  if (seconds !== undefined) parts.push(counted(seconds, 'second'));
  return duration(parts);
}

function duration(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(' ')} and ${parts.at(-1)}`;
}
