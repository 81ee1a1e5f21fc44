/** A currency's names. Without a minor unit, decimals are read as decimals. */
export interface Currency {
  readonly one: string;
  readonly many: string;
  readonly minor?: readonly [one: string, many: string];
}

const CENTS = ['cent', 'cents'] as const;

const DOLLAR: Currency = { one: 'dollar', many: 'dollars', minor: CENTS };
const EURO: Currency = { one: 'euro', many: 'euros', minor: CENTS };
const POUND: Currency = { one: 'pound', many: 'pounds', minor: ['penny', 'pence'] };
const YEN: Currency = { one: 'yen', many: 'yen' };
const YUAN: Currency = { one: 'yuan', many: 'yuan' };
const RUPEE: Currency = { one: 'rupee', many: 'rupees', minor: ['paisa', 'paise'] };
const WON: Currency = { one: 'won', many: 'won' };

function dollarOf(country: string): Currency {
  return { one: `${country} dollar`, many: `${country} dollars`, minor: CENTS };
}

/** Currencies by the symbol that stands before (or behind) an amount. */
export const CURRENCY_SYMBOLS: Readonly<Record<string, Currency>> = {
  $: DOLLAR,
  US$: dollarOf('U S'),
  'US $': dollarOf('U S'),
  'U.S.$': dollarOf('U S'),
  'U.S. $': dollarOf('U S'),
  C$: dollarOf('Canadian'),
  CA$: dollarOf('Canadian'),
  Can$: dollarOf('Canadian'),
  A$: dollarOf('Australian'),
  AU$: dollarOf('Australian'),
  NZ$: dollarOf('New Zealand'),
  HK$: dollarOf('Hong Kong'),
  S$: dollarOf('Singapore'),
  NT$: dollarOf('New Taiwan'),
  MX$: { one: 'Mexican peso', many: 'Mexican pesos' },
  R$: { one: 'real', many: 'reais', minor: ['centavo', 'centavos'] },
  '€': EURO,
  '£': POUND,
  '¥': YEN,
  '￥': YEN,
  'CN¥': YUAN,
  RMB: YUAN,
  '₹': RUPEE,
  'Rs.': RUPEE,
  Rs: RUPEE,
  '₩': WON,
  '₽': { one: 'ruble', many: 'rubles' },
  '₺': { one: 'lira', many: 'lira' },
  '₴': { one: 'hryvnia', many: 'hryvnias' },
  '₪': { one: 'shekel', many: 'shekels' },
  '₫': { one: 'dong', many: 'dong' },
  '฿': { one: 'baht', many: 'baht' },
  '₦': { one: 'naira', many: 'naira' },
  '₱': { one: 'peso', many: 'pesos', minor: ['centavo', 'centavos'] },
  '₿': { one: 'bitcoin', many: 'bitcoins' },
  kr: { one: 'krone', many: 'kroner' },
  zł: { one: 'zloty', many: 'zlotys' },
};

/** Currencies by ISO 4217 code, before or behind an amount. */
export const CURRENCY_CODES: Readonly<Record<string, Currency>> = {
  USD: dollarOf('U S'),
  CAD: dollarOf('Canadian'),
  AUD: dollarOf('Australian'),
  NZD: dollarOf('New Zealand'),
  HKD: dollarOf('Hong Kong'),
  SGD: dollarOf('Singapore'),
  TWD: dollarOf('New Taiwan'),
  EUR: EURO,
  GBP: { one: 'British pound', many: 'British pounds', minor: ['penny', 'pence'] },
  JPY: { one: 'Japanese yen', many: 'Japanese yen' },
  CNY: { one: 'Chinese yuan', many: 'Chinese yuan' },
  RMB: YUAN,
  INR: { one: 'Indian rupee', many: 'Indian rupees', minor: ['paisa', 'paise'] },
  KRW: { one: 'South Korean won', many: 'South Korean won' },
  CHF: { one: 'Swiss franc', many: 'Swiss francs' },
  SEK: { one: 'Swedish krona', many: 'Swedish kronor' },
  NOK: { one: 'Norwegian krone', many: 'Norwegian kroner' },
  DKK: { one: 'Danish krone', many: 'Danish kroner' },
  PLN: { one: 'Polish zloty', many: 'Polish zlotys' },
  BRL: { one: 'Brazilian real', many: 'Brazilian reais' },
  MXN: { one: 'Mexican peso', many: 'Mexican pesos' },
  ZAR: { one: 'South African rand', many: 'South African rand' },
  TRY: { one: 'Turkish lira', many: 'Turkish lira' },
  RUB: { one: 'Russian ruble', many: 'Russian rubles' },
  AED: { one: 'dirham', many: 'dirhams' },
  ILS: { one: 'shekel', many: 'shekels' },
};
