import { toCardinal, toOrdinal } from 'n2words/en-US';

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** More digits than this without a comma are an identifier, not an amount. */
const LONGEST_CARDINAL = 15;

/** Longest grouped number that has a name. */
const LONGEST_GROUPED = 33;

/** `1,204` → "one thousand two hundred four"; leading zeros and very long runs digit by digit. */
export function cardinal(written: string): string {
  const digits = written.replaceAll(',', '');
  if (digits === '' || !/^\d+$/.test(digits)) return '';
  const longest = written.includes(',') ? LONGEST_GROUPED : LONGEST_CARDINAL;
  if ((digits.length > 1 && digits.startsWith('0')) || digits.length > longest) return digitByDigit(digits);
  return toCardinal(BigInt(digits));
}

/** `22` → "twenty-second". */
export function ordinal(written: string): string {
  const digits = written.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (digits.length > LONGEST_CARDINAL) return digitByDigit(digits);
  return digits === '0' ? 'zeroth' : toOrdinal(BigInt(digits));
}

/** `007` → "zero zero seven". */
export function digitByDigit(digits: string): string {
  return [...digits].map((digit) => DIGITS[Number(digit)] ?? '').join(' ');
}

/** `1,234.50` → "one thousand two hundred thirty-four point five zero"; `.5` → "point five". */
export function decimal(written: string): string {
  const [whole = '', fraction] = written.split('.');
  const wholeWords = whole === '' ? '' : cardinal(whole);
  if (fraction === undefined || fraction === '') return wholeWords;
  return `${wholeWords} point ${digitByDigit(fraction)}`.trim();
}

/** `1994` → "nineteen ninety-four", `2008` → "two thousand eight", `1506` → "fifteen oh six", `750` as an amount. */
export function year(written: string): string {
  const value = Number(written);
  if (written.length !== 4 || value < 1000) return cardinal(written);
  if (value % 1000 < 10) return cardinal(written);
  return pairs(written);
}

/** Four digits in twos: `4090` → "forty ninety", `1047` → "ten forty-seven", `1900` → "nineteen hundred". */
export function pairs(written: string): string {
  const first = cardinal(String(Number(written.slice(0, 2))));
  const second = Number(written.slice(2));
  if (second === 0) return `${first} hundred`;
  return second < 10 ? `${first} oh ${DIGITS[second]}` : `${first} ${cardinal(String(second))}`;
}

/** `85` → "eighty-five", `2000` → "two thousand", for `'85` and `FY25` as for whole years. */
export function shortYear(written: string): string {
  return written.startsWith('0') ? `oh ${digitByDigit(written.slice(1))}` : cardinal(written);
}

/** House numbers: `123` → "one twenty-three", `708` → "seven zero eight", `1428` → "fourteen twenty-eight". */
export function houseNumber(written: string): string {
  if (written.startsWith('0') || written.length > 4) return digitByDigit(written);
  if (written.length === 4) return Number(written) % 1000 === 0 ? cardinal(written) : pairs(written);
  if (written.length < 3 || written.endsWith('00')) return cardinal(written);
  if (written[1] === '0') return digitByDigit(written);
  return `${cardinal(written.slice(0, 1))} ${cardinal(written.slice(1))}`;
}

/** Numbers in names of products and models: `4o` four, `4090` "forty ninety", `0125` digit by digit. */
export function serialNumber(written: string): string {
  if (written.includes('.')) return versionNumber(written);
  if (written.startsWith('0') || written.length > 4) return digitByDigit(written);
  if (written.length === 4 && Number(written) % 1000 !== 0) return pairs(written);
  return cardinal(written);
}

/** `3.12.4` → "three point twelve point four", `4.5` → "four point five", `2.05` → "two point zero five". */
export function versionNumber(written: string): string {
  const parts = written.split('.');
  if (parts.length === 2) return decimal(written);
  return parts.map((part) => cardinal(part)).join(' point ');
}

/** "one" before a thing takes the singular; so does minus one. */
export function isOne(written: string): boolean {
  return /^1(?:\.0+)?$/.test(written);
}

const DENOMINATORS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  '2': ['half', 'halves'],
  '4': ['quarter', 'quarters'],
};

/** `3/4` → "three quarters", `1/13` → "one thirteenth". */
export function fraction(numerator: string, denominator: string): string {
  const single = Number(numerator) === 1;
  const known = DENOMINATORS[denominator];
  const part = known?.[single ? 0 : 1] ?? `${ordinal(denominator)}${single ? '' : 's'}`;
  return `${cardinal(numerator)} ${part}`;
}

/** Digits of every script as 0–9: `٣` → `3`, `𝟛` → `3`. */
export function asciiDigits(text: string): string {
  return /^[\d.,]*$/.test(text) ? text : text.normalize('NFKC').replace(/\p{Nd}/gu, digitValue);
}

/** Unicode lays the ten digits of a script out in a row, so that the distance to the first is the value. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
