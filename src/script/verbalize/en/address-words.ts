import type { Said } from '../language.js';
import { sayLetters } from './letters.js';
import { digitByDigit, serialNumber, year } from './numbers.js';
import { FILE_ENDINGS, SPOKEN_DOMAINS } from './tables/domains.js';

/** Longer paths, and paths of codes, tell a listener nothing: only the site's name is said. */
const LONGEST_SPOKEN_PATH = 32;

/** A site and what of its path a listener can use. */
export function urlWords(host: string, path: string): Said {
  const site = hostWords(host);
  const bare = path.replace(/\/$/, '');
  if (bare === '') return site;
  if (bare.length > LONGEST_SPOKEN_PATH || isOpaque(bare)) {
    return { speech: site, guess: 'Only the site is named; the rest of the address is left out.' };
  }
  return `${site} ${pieces(bare)}`;
}

/** Identifiers, encoded characters and tracking parameters. */
function isOpaque(path: string): boolean {
  return /\d{5}|%[0-9A-F]{2}|utm_|[?&].{0,60}[&]|[a-z]\d[a-z]\d|(?=[^/]{0,40}\d)[A-Za-z0-9_-]{16}/i.test(
    path,
  );
}

/** `mail.example.co.uk:80` label by label. */
export function hostWords(host: string): string {
  const [name = '', port] = host.split(':');
  const labels = name.split('.').filter((label) => label !== '');
  const words = labels.map((label, index) =>
    index > 0 ? domainWords(label, index === labels.length - 1) : pieces(label),
  );
  return (
    words.filter((word) => word !== '').join(' dot ') +
    (port === undefined || port === '' ? '' : ` colon ${digitByDigit(port.replace(/\D/g, ''))}`)
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
