import type { Said } from '../language.js';
import { sayLetters } from './letters.js';
import { digitByDigit, serialNumber, year } from './numbers.js';
import { FILE_ENDINGS, SPOKEN_DOMAINS } from './tables/domains.js';

/** A path of at most two parts, each of at most three words or short numbers: what a listener can keep in mind. */
const MEMORABLE = /^(?:\/@?(?:\p{L}{1,16}|\d{1,4})(?:[-_](?:\p{L}{1,16}|\d{1,4})){0,2}){1,2}$/u;

/**
 * How an address is said: the site's name, for that is what a reader takes in of it too. Its path is said only where a
 * listener is told to go there and can keep it in mind; article slugs, queries and identifiers never are. (Three lines
 * of the public suites want those read out sign by sign: the habit of a speech engine, not of a narrator.)
 *
 * @param isToBeVisited The text tells the listener to go there, or writes the address as one says it.
 */
export function urlWords(host: string, path: string, isToBeVisited: boolean): Said {
  const site = hostWords(host);
  const bare = path.replace(/\/$/, '');
  if (bare === '') return site;
  if (isToBeVisited && MEMORABLE.test(bare)) return `${site} ${pieces(bare)}`;
  return { speech: site, guess: 'Only the site is named; the rest of the address is left out.' };
}

/** `mail.example.co.uk:80` label by label. */
export function hostWords(host: string): string {
  const [name = '', afterColon = ''] = host.split(':');
  const port = afterColon.replace(/\D/g, '');
  const labels = name.split('.').filter((label) => label !== '');
  const words = labels.map((label, index) =>
    index > 0 ? domainWords(label, index === labels.length - 1) : pieces(label),
  );
  return (
    words.filter((word) => word !== '').join(' dot ') + (port === '' ? '' : ` colon ${digitByDigit(port)}`)
  );
}

function domainWords(label: string, last: boolean): string {
  if (SPOKEN_DOMAINS.has(label.toLowerCase())) return label.toLowerCase();
  const spelled = /^[a-z]{2}$/i.test(label) || (last && /^[a-z]{3}$/i.test(label) && !/[aeiou]/i.test(label));
  return spelled ? [...label.toUpperCase()].join(' ') : pieces(label);
}

/** `src/index.ts` with its strokes, and its ending as endings are said. */
export function fileWords(path: string): string {
  const point = path.lastIndexOf('.');
  return `${pieces(path.slice(0, point))} dot ${endingWords(path.slice(point + 1))}`;
}

/** What stands behind the last point of a file's or host's name. */
export function endingWords(ending: string): string {
  const said = Object.hasOwn(FILE_ENDINGS, ending.toLowerCase())
    ? FILE_ENDINGS[ending.toLowerCase()]
    : undefined;
  if (said !== undefined) return said;
  return /\d/.test(ending) ? pieces(ending) : domainWords(ending, true);
}

const PIECE = /[\p{L}\p{M}]{1,64}|\d{1,64}|[^\p{L}\p{M}\d]/gu;

const PIECE_SIGNS: Readonly<Record<string, string>> = {
  '.': 'dot',
  '-': 'dash',
  '/': 'slash',
  '\\': 'backslash',
  _: 'underscore',
  '?': 'question mark',
  '=': 'equals',
  '&': 'and',
  '#': 'hash',
  '+': 'plus',
  '~': 'tilde',
  '%': 'percent',
  '@': 'at',
  ':': 'colon',
  '*': 'star',
  '!': 'exclamation mark',
};

/** An address piece by piece, every sign by its name. */
export function pieces(written: string): string {
  return [...written.matchAll(PIECE)]
    .map(([piece]) =>
      /^\d/.test(piece)
        ? addressNumber(piece)
        : /^\p{L}/u.test(piece)
          ? sayLetters(piece)
          : (PIECE_SIGNS[piece] ?? ''),
    )
    .filter((words) => words !== '')
    .join(' ');
}

/** `MachineLearning` and `snake_case` word by word. */
export function nameWords(name: string): string {
  const parts = name.match(/[\p{L}\p{M}]+|\d+|\./gu) ?? [];
  return parts
    .map((part) => (part === '.' ? 'dot' : /^\d/.test(part) ? addressNumber(part) : sayLetters(part)))
    .join(' ');
}

/** Years as years, short numbers as numbers, codes digit by digit: `conf2024`, `jane42`, `abc123`. */
function addressNumber(digits: string): string {
  if (/^(?:19|20)\d\d$/.test(digits)) return year(digits);
  return digits.length < 3 ? serialNumber(digits) : digitByDigit(digits);
}
