import { cardinal, decimal } from './numbers.js';
import { SHY_UNITS } from './tables/units.js';
import { unitAt } from './unit-names.js';

/** A number as written: grouped or not (in India by two: `12,34,567`), with or without decimals. */
export const NUMBER = String.raw`(?:(?:\d{1,3}(?:,\d{3}){1,10}(?!\d)|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)|\d{1,30})(?:\.\d{1,20})?|\.\d{1,20})`;

/** A dash between the ends of a range. */
export const DASH = '[-–—‑‒−]';

/** Scales in letters, with or without a space before them. */
const SCALE_WORDS: Readonly<Record<string, string>> = {
  hundred: 'hundred',
  thousand: 'thousand',
  million: 'million',
  billion: 'billion',
  trillion: 'trillion',
  quadrillion: 'quadrillion',
  crore: 'crore',
  lakh: 'lakh',
  mn: 'million',
  mln: 'million',
  mil: 'million',
  bn: 'billion',
  bln: 'billion',
  tn: 'trillion',
  trn: 'trillion',
};

/** Scales of one letter, only directly behind the number. */
const SCALE_LETTERS: Readonly<Record<string, string>> = {
  k: 'thousand',
  K: 'thousand',
  M: 'million',
  B: 'billion',
  T: 'trillion',
};

/** As above, where only an amount of money can be meant. */
const MONEY_SCALE_LETTERS: Readonly<Record<string, string>> = {
  ...SCALE_LETTERS,
  m: 'million',
  mm: 'million',
  MM: 'million',
  b: 'billion',
  t: 'trillion',
};

/** A number with its scale: `1.2B`, `5 million`. */
export interface Amount {
  /** As written, without the scale. */
  readonly number: string;
  /** The scale's word, empty without one. */
  readonly scale: string;
  /** The scale's letters as written. */
  readonly written: string;
  readonly end: number;
}

/** `3,5`, `1.234,56`: as most of Europe writes decimals; three digits behind a comma are a group. */
const DECIMAL_COMMA = /\d{1,3}(?:\.\d{3}){0,4},\d{1,2}(?![.,]?\d)/uy;
/** What follows only a number: without it, `3,5` may be two numbers. */
const COUNTED =
  /[\s ]?(?:%|(?:percent|per cent|prozent|pro cent|million|billion|trillion|millionen|milliarden|mio|mrd|mn|bn|tn)(?!\p{L}))|-?fold(?!\p{L})/iuy;

const NUMBER_HERE = new RegExp(NUMBER, 'uy');
const SCALE_HERE = /([\s -]?)([A-Za-z]{1,11})(?![\p{L}\p{N}™®])/uy;

/** Reads a number and the scale behind it. */
export function amountAt(text: string, at: number, money: boolean): Amount | undefined {
  const withComma = decimalCommaAt(text, at, money);
  NUMBER_HERE.lastIndex = at;
  const written = withComma ?? NUMBER_HERE.exec(text)?.[0];
  if (written === undefined) return undefined;
  const number = withComma === undefined ? written : withComma.replaceAll('.', '').replace(',', '.');
  return { number, ...scaleAt(text, at + written.length, money) };
}

/** A number with a decimal comma, where a price is read or something follows that is counted or measured. */
function decimalCommaAt(text: string, at: number, money: boolean): string | undefined {
  DECIMAL_COMMA.lastIndex = at;
  const written = DECIMAL_COMMA.exec(text)?.[0];
  if (written === undefined || money) return written;
  const end = at + written.length;
  COUNTED.lastIndex = end;
  if (COUNTED.test(text)) return written;
  const unit = unitAt(text, text[end] === ' ' ? end + 1 : end);
  return unit === undefined || SHY_UNITS.has(unit.symbol) ? undefined : written;
}

function scaleAt(text: string, at: number, money: boolean): Omit<Amount, 'number'> {
  SCALE_HERE.lastIndex = at;
  const match = SCALE_HERE.exec(text);
  const none = { scale: '', written: '', end: at };
  if (match === null) return none;
  const [all, gap = '', letters = ''] = match;
  const letterScales = money ? MONEY_SCALE_LETTERS : SCALE_LETTERS;
  const scale =
    own(SCALE_WORDS, letters.toLowerCase()) ?? (gap === '' || money ? own(letterScales, letters) : undefined);
  if (scale === undefined) return none;
  const end = at + all.length;
  const isAbbreviated = letters !== letters.toUpperCase() && letters.toLowerCase() !== scale;
  const point = isAbbreviated && /^\.\s\p{Ll}/u.test(text.slice(end, end + 3)) ? 1 : 0;
  return { scale, written: letters, end: end + point };
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** `1.2` and a scale → "one point two billion". */
export function amountWords(amount: Pick<Amount, 'number' | 'scale'>): string {
  const number = amount.number.includes('.') ? decimal(amount.number) : cardinal(amount.number);
  return amount.scale === '' ? number : `${number} ${amount.scale}`;
}

const DASH_HERE = new RegExp(String.raw`[\s ]?${DASH}[\s ]?`, 'uy');

/** The position behind a dash that may have a space on both sides or none. */
export function dashEnd(text: string, at: number): number | undefined {
  DASH_HERE.lastIndex = at;
  const dash = DASH_HERE.exec(text)?.[0];
  if (dash === undefined || dash.length === 2) return undefined;
  return at + dash.length;
}
