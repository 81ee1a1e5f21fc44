import { type Place, patternRule, type Reading, type Rule, sticky } from '../language.js';
import { type Amount, amountAt, amountWords, dashEnd } from './amounts.js';
import { isVulgarFraction } from './fractions.js';
import { cardinal, year } from './numbers.js';
import { type Tail, tailAt } from './quantity-tail.js';
import { PER } from './tables/units.js';
import { isYear } from './year-context.js';

/** Amounts with or without scale, range, unit and rate: `7`, `1.6k`, `10–20%`, `2-3 °C`, `350 W/m²`, `10x`. */
export const quantityRules: readonly Rule[] = [
  { name: 'quantity', starts: 'number', read: readQuantity },
  patternRule(
    'scale of degrees',
    { words: ['degree', 'degrees'] },
    sticky`(?<degrees>degrees?)\s(?<scale>[CF])(?![\p{L}\p{N}])`,
    ({ degrees, scale }) => `${degrees} ${scale === 'C' ? 'Celsius' : 'Fahrenheit'}`,
  ),
  patternRule(
    'degrees without a number',
    { characters: '°' },
    sticky`°(?<scale>[CF])(?![\p{L}\p{N}])`,
    ({ scale }) => `degrees ${scale === 'C' ? 'Celsius' : 'Fahrenheit'}`,
  ),
  patternRule(
    'rate behind a word',
    { characters: '/' },
    sticky`\/(?<unit>s|sec|second|min|minute|h|hr|hour|day|week|wk|mo|month|yr|year)(?![\p{L}\p{N}])`,
    ({ unit = '' }, place) => (place.text[place.at - 1] === 's' ? `per ${PER[unit]}` : undefined),
    ['direct'],
  ),
  patternRule(
    'range of letters or grades',
    { characters: '–' },
    sticky`–(?=\d|\p{Lu}(?![\p{L}]))`,
    (_, place) =>
      /(?:^|[^\p{L}\p{N}])(?:[\p{Lu}\d]{1,2}|[Nn]oon|[Mm]idnight)$/u.test(
        place.text.slice(Math.max(0, place.at - 9), place.at),
      )
        ? 'to'
        : undefined,
    ['direct'],
  ),
];

function readQuantity(place: Place): Reading | undefined {
  const { text, at } = place;
  const first = amountAt(text, at, false);
  if (first === undefined) return undefined;
  const range = readRange(place, first);
  if (range !== undefined) return range;
  const tail = tailAt(place, first);
  if (tail.speech === '') return { end: tail.end, ...plainNumber(place, first) };
  return { end: tail.end, speech: withTail(first, tail) };
}

/** `10–20`, `2–3x`, `5%–10%`, `2019–2023`, `2023–24`. */
function readRange(place: Place, first: Amount): Reading | undefined {
  const { text } = place;
  const firstTail = tailAt(place, first);
  const from = dashEnd(text, firstTail.end);
  const second = from === undefined ? undefined : amountAt(text, from, false);
  if (second === undefined || /^[-–]\d/.test(text.slice(second.end, second.end + 2))) return undefined;
  const tail = tailAt({ ...place, at: second.end }, second);
  if (isSizeOfModel(text, first, second) || isVulgarFraction(text[second.end])) return undefined;
  if (/^(?:\p{L}|\s?=)/u.test(text.slice(tail.end, tail.end + 2))) return undefined;
  if (first.number === second.number && firstTail.speech + tail.speech === '') {
    return { end: second.end, speech: `${amountWords(first)} ${amountWords(second)}` };
  }
  if (firstTail.speech === '' && tail.speech === '' && areYears(first, second)) {
    return { end: second.end, speech: `${year(first.number)} to ${yearEnd(second.number)}` };
  }
  return { end: tail.end, speech: `${withTail(first, firstTail)} to ${withTail(second, tail)}` };
}

/** `Llama 3.1-8B`: a version and a size, joined by a hyphen. */
function isSizeOfModel(text: string, first: Amount, second: Amount): boolean {
  return (
    text[first.end] === '-' && first.number.includes('.') && first.scale === '' && second.written === 'B'
  );
}

function withTail(amount: Amount, tail: Tail): string {
  return amountWords(tail.saysScale === true ? { ...amount, scale: '' } : amount) + tail.speech;
}

function areYears(first: Amount, second: Amount): boolean {
  if (first.scale !== '' || second.scale !== '' || !/^(?:1[1-9]|20)\d\d$/.test(first.number)) return false;
  return /^(?:1[1-9]|20)\d\d$/.test(second.number) || /^\d\d$/.test(second.number);
}

function yearEnd(written: string): string {
  return written.length === 4 ? year(written) : cardinal(String(Number(written)));
}

/** A number with nothing behind it may be a year. */
function plainNumber(place: Place, amount: Amount): Pick<Reading, 'speech' | 'guess'> {
  if (amount.scale !== '' || !/^\d{4}$/.test(amount.number)) return { speech: amountWords(amount) };
  const decision = isYear(place, amount);
  const speech = decision.year ? year(amount.number) : amountWords(amount);
  return decision.why === undefined ? { speech } : { speech, guess: decision.why };
}
