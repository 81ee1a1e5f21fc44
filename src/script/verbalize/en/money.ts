import { adjacentWordAfter, wordBefore } from '../context.js';
import { oneOf, type Place, type Reading, type Rule } from '../language.js';
import { type Amount, amountAt, amountWords, dashEnd } from './amounts.js';
import { cardinal, decimal, isOne } from './numbers.js';
import { perAt } from './per.js';
import { CURRENCY_CODES, CURRENCY_SYMBOLS, type Currency } from './tables/currencies.js';
import { NOT_NOUNS } from './tables/function-words.js';

const CURRENCIES: Readonly<Record<string, Currency>> = { ...CURRENCY_CODES, ...CURRENCY_SYMBOLS };

const SYMBOL_HERE = new RegExp(`(${oneOf(Object.keys(CURRENCIES))})[\\s ]?(-|−|~)?(?=[.\\d])`, 'uy');
const SYMBOL_BEHIND = new RegExp(`[\\s ]?(${oneOf(Object.keys(CURRENCIES))})(?![\\p{L}\\p{N}])`, 'uy');

/** Letters that currency symbols begin with. */
const LETTERED = Object.keys(CURRENCIES)
  .map((symbol) => /^[\p{L}]+/u.exec(symbol)?.[0].toLowerCase() ?? '')
  .filter((letters) => letters !== '');

const SIGNS = Object.keys(CURRENCIES).filter((symbol) => !/^[\p{L}]/u.test(symbol));

/** `$2.50`, `US$40`, `€3m`, `$10–15`, `$20/month`, `$3/$15`. */
export const moneyRules: readonly Rule[] = [
  {
    name: 'money',
    starts: { characters: SIGNS.map((sign) => sign[0]).join('') },
    glue: ['none', 'hyphen'],
    read: readMoney,
  },
  { name: 'money with letters', starts: { words: new Set(LETTERED) }, read: readMoney },
  { name: 'money behind the number', starts: 'number', read: readMoneyBehind },
];

interface Price {
  readonly currency: Currency;
  readonly sign: string;
  readonly amount: Amount;
}

/** The second currency of a pair: `EUR/USD 1.08` is a rate, no price. */
const RATE_OF_EXCHANGE = /[A-Z]{3}\/$/;

function readMoney(place: Place): Reading | undefined {
  const { text } = place;
  if (RATE_OF_EXCHANGE.test(text.slice(Math.max(0, place.at - 4), place.at))) return undefined;
  const first = priceAt(text, place.at);
  if (first === undefined) return undefined;
  const range = rangeFrom(text, first);
  if (range !== undefined) return withTail(place, range.end, range.speech, false);
  if (sharesScale(text, first))
    return { end: first.amount.end, speech: first.sign + amountWords(first.amount) };
  const singular = isAdjective(place, first.amount.end);
  return withTail(place, first.amount.end, priceWords(first, singular), singular);
}

function readMoneyBehind(place: Place): Reading | undefined {
  const amount = amountAt(place.text, place.at, true);
  if (amount === undefined) return undefined;
  SYMBOL_BEHIND.lastIndex = amount.end;
  const match = SYMBOL_BEHIND.exec(place.text);
  const currency = CURRENCIES[match?.[1] ?? ''];
  if (match === null || currency === undefined) return undefined;
  const end = amount.end + match[0].length;
  return withTail(place, end, priceWords({ currency, sign: '', amount }, false), false);
}

function priceAt(text: string, at: number): Price | undefined {
  SYMBOL_HERE.lastIndex = at;
  const match = SYMBOL_HERE.exec(text);
  const currency = CURRENCIES[match?.[1] ?? ''];
  if (match === null || currency === undefined) return undefined;
  const amount = amountAt(text, at + match[0].length, true);
  const sign = match[2] === undefined ? '' : match[2] === '~' ? 'about ' : 'minus ';
  return amount && withCode(text, { currency, sign, amount });
}

const CODE_BEHIND = new RegExp(`[\\s ](${oneOf(Object.keys(CURRENCY_CODES))})(?![\\p{L}\\p{N}])`, 'uy');

/** `$5.20 USD`: the code says which dollar it is. */
function withCode(text: string, price: Price): Price {
  CODE_BEHIND.lastIndex = price.amount.end;
  const match = CODE_BEHIND.exec(text);
  const currency = CURRENCY_CODES[match?.[1] ?? ''];
  if (match === null || currency === undefined) return price;
  return { ...price, currency, amount: { ...price.amount, end: price.amount.end + match[0].length } };
}

/** `$500–$700`, `$10–15`, `$3M to 5M` is left to its own words. */
function rangeFrom(
  text: string,
  first: Price,
): { readonly end: number; readonly speech: string } | undefined {
  const from = dashEnd(text, first.amount.end);
  if (from === undefined) return undefined;
  const second = priceAt(text, from);
  const amount = second?.amount ?? amountAt(text, from, true);
  if (amount === undefined) return undefined;
  const last: Price = { currency: second?.currency ?? first.currency, sign: '', amount };
  const whole = !first.amount.number.includes('.') && !amount.number.includes('.');
  const scaled = first.amount.scale !== '' || amount.scale !== '';
  const opening =
    whole || scaled || second === undefined
      ? first.sign + amountWords(first.amount)
      : priceWords(first, false);
  return { end: amount.end, speech: `${opening} to ${priceWords(last, false)}` };
}

const SECOND_OF_TWO = /[\s ](?:and|to|or)[\s ](?=[$€£¥₹])/uy;

/** "between $1.2 and $1.5 billion": both are billions, and the currency is said once. */
function sharesScale(text: string, first: Price): boolean {
  if (first.amount.scale !== '' || first.amount.number.length > 5) return false;
  SECOND_OF_TWO.lastIndex = first.amount.end;
  const between = SECOND_OF_TWO.exec(text)?.[0];
  const second = between === undefined ? undefined : priceAt(text, first.amount.end + between.length);
  return second !== undefined && second.amount.scale !== '' && second.currency === first.currency;
}

function priceWords({ currency, sign, amount }: Price, singular: boolean): string {
  const { number, scale } = amount;
  if (scale !== '') return `${sign}${amountWords(amount)} ${singular ? currency.one : currency.many}`;
  const [whole = '', fraction = ''] = number.split('.');
  if (fraction.length === 2 && currency.minor !== undefined && Number(fraction) > 0) {
    return sign + majorAndMinor(currency, currency.minor, whole, fraction);
  }
  const bare = /^0*$/.test(fraction) ? whole : number;
  const words = bare.includes('.') ? decimal(bare) : cardinal(bare);
  return `${sign}${words} ${singular || isOne(bare) ? currency.one : currency.many}`;
}

function majorAndMinor(
  currency: Currency,
  minor: readonly [string, string],
  whole: string,
  fraction: string,
): string {
  const cents = Number(fraction);
  const small = `${cardinal(String(cents))} ${minor[cents === 1 ? 0 : 1]}`;
  if (/^0*$/.test(whole)) return small;
  return `${cardinal(whole)} ${isOne(whole) ? currency.one : currency.many} and ${small}`;
}

/** "a fourteen billion dollar valuation": before a noun, and after an article, the currency is singular. */
function isAdjective(place: Place, end: number): boolean {
  const next = adjacentWordAfter(place.text, end);
  if (place.text[end] === '-' || place.glue === 'hyphen') return next !== '';
  if (
    !/^(?:an?|the|its|this|that|their|his|her|our|my|your|another)$/i.test(wordBefore(place.text, place.at))
  )
    return false;
  return /^[A-Za-z][a-z]{2,39}(?:-[a-z]{2,20})?$/.test(next) && !NOT_NOUNS.has(next.toLowerCase());
}

function withTail(place: Place, end: number, speech: string, singular: boolean): Reading {
  const plus = /^\+(?![\p{L}\p{N}])/u.test(place.text.slice(end, end + 2));
  if (plus) return { end: end + 1, speech: `${speech} plus` };
  const per = singular ? undefined : perAt(place.text, end);
  if (per !== undefined) return { end: per.end, speech: `${speech} ${per.speech}` };
  return { end, speech: /^\/[$€£¥₹\d]/u.test(place.text.slice(end, end + 2)) ? `${speech},` : speech };
}
