import { wordBefore } from '../context.js';
import { END, patternRule, type Rule, sticky } from '../language.js';
import { digitByDigit, houseNumber } from './numbers.js';

/** Words before digits that make them a number to be dialled. */
const DIALLING =
  /^(?:call|calls|called|calling|dial|dialed|dialing|phone|tel|telephone|fax|text|mobile|hotline|whatsapp|ring)$/i;

/** Words before digits that identify something: a district, an order, a coupon. */
const CODE = /^(?:zip|code|pin|postcode)$/i;

/** Numbers that are said digit by digit: telephones, IP addresses, card and social security numbers. */
export const telephoneRules: readonly Rule[] = [
  patternRule(
    'telephone number with a country',
    { characters: '+' },
    sticky`\+(?<country>\d{1,3})(?<rest>(?:[\s.-]?\(?\d{1,5}\)?){1,6})${END}`,
    ({ country = '', rest = '' }) => {
      const digits = country.length + rest.replace(/\D/g, '').length;
      const parted = /\D/.test(rest.slice(0, 1)) || digits > 8;
      return digits >= 7 && digits <= 15 && parted
        ? `plus ${digitByDigit(country)}, ${groups(rest)}`
        : undefined;
    },
  ),
  patternRule(
    'telephone number in parentheses',
    { characters: '(' },
    sticky`\((?<area>\d{3})\)[\s-]?(?<rest>\d{3}[-.\s]\d{4})${END}`,
    ({ area = '', rest = '' }) => `${digitByDigit(area)}, ${groups(rest)}`,
  ),
  patternRule(
    'telephone number',
    'number',
    sticky`(?<all>(?:1[-.\s])?\d{3}[-.]\d{3}[-.]\d{4}(?:[-.]\d{4})?|\d{3}\s\d{3}\s\d{4}|1-\d{3}-[A-Z\d][A-Z\d-]{5,10}|(?:\d{3}-\d{2}|\d{3})-\d{4}|\d{4}[\s-]\d{4}[\s-]\d{4}[\s-]\d{4})(?:,?\s?(?:x|ext\.?)\s?(?<extension>\d{1,5}))?${END}`,
    ({ all = '', extension }) =>
      extension === undefined ? groups(all) : `${groups(all)}, extension ${digitByDigit(extension)}`,
  ),
  patternRule(
    'telephone number of the United Kingdom',
    'number',
    sticky`(?<all>0\d{2,4}[\s ]\d{3,4}[\s ]\d{3,4})${END}`,
    ({ all = '' }) => groups(all),
  ),
  patternRule(
    'number to be dialled',
    'number',
    sticky`(?<digits>\d{3,12})${END}(?![.,]\d)`,
    ({ digits = '' }, place) =>
      (DIALLING.test(wordBefore(place.text, place.at)) && (digits.length === 3 || digits.length > 5)) ||
      (CODE.test(wordBefore(place.text, place.at)) && digits.length > 4)
        ? digitByDigit(digits)
        : undefined,
  ),
  patternRule(
    'number of a section of the law',
    'number',
    sticky`(?<digits>\d{3}(?=\([a-z]\))|(?:401|403|457)(?=[kb](?![\p{L}\p{N}])))`,
    ({ digits = '' }) => houseNumber(digits),
  ),
  patternRule(
    'IP address',
    'number',
    sticky`(?<address>\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?:\/(?<network>\d{1,2}))?(?::(?<port>\d{1,5}))?${END}`,
    ({ address = '', network, port }) => {
      const words = address.split('.').map(digitByDigit).join(' dot ');
      const tail = port === undefined ? '' : ` colon ${digitByDigit(port)}`;
      return `${words}${network === undefined ? '' : ` slash ${digitByDigit(network)}`}${tail}`;
    },
  ),
];

/** Groups of digits with a short pause between; letters of vanity numbers as they stand. */
function groups(written: string): string {
  return written
    .split(/[^A-Z\d]+/)
    .filter((group) => group !== '')
    .map((group) => (group === '800' ? 'eight hundred' : oneByOne(group)))
    .join(', ');
}

function oneByOne(group: string): string {
  return [...group]
    .map((character) => (/\d/.test(character) ? digitByDigit(character) : character))
    .join(' ');
}
