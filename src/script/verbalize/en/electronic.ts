import { wordBefore } from '../context.js';
import { END, type Place, patternRule, type Rule, type Said, sticky, stickyAnyCase } from '../language.js';
import { endingWords, fileWords, hostWords, nameWords, pieces, urlWords } from './address-words.js';
import { cardinal } from './numbers.js';
import { FILE_ENDINGS, KNOWN_DOMAINS } from './tables/domains.js';

/** The last part of a host's name has letters: `F1@0.5` is no address. */
const TOP = String.raw`(?=\d{0,20}[\p{L}-])`;
const LABEL = String.raw`[\p{L}\d](?:[\p{L}\d_-]{0,62})`;

/** URLs, e-mail addresses, host names, file names, handles and hashtags. */
export const electronicRules: readonly Rule[] = [
  patternRule(
    'URL',
    { words: ['http', 'https', 'ftp', 'www'] },
    stickyAnyCase`(?:(?:https?|ftp):\/\/(?:www\.)?|www\.)(?<rest>[^\s<>"“”]{1,500})`,
    readUrl,
  ),
  { ...emailRule('mixed'), name: 'e-mail address' },
  { ...emailRule('number'), name: 'e-mail address that begins with a digit' },
  patternRule(
    'host name',
    'mixed',
    sticky`(?<host>(?:${LABEL}\.){1,4}(?<last>[a-z]{2,24}|AI))(?<path>\/[^\s<>"“”()]{0,300})?(?![\p{L}\p{N}@])`,
    ({ host = '', last = '', path = '' }) => {
      const lower = host === host.toLowerCase();
      if (Object.hasOwn(FILE_ENDINGS, last) && !(last === 'net' || (path !== '' && KNOWN_DOMAINS.has(last))))
        return undefined;
      if (!(KNOWN_DOMAINS.has(last.toLowerCase()) || lower) || /^(?:\p{L}\.)+\p{L}$/u.test(host))
        return undefined;
      return urlWords(host, path, true);
    },
  ),
  patternRule(
    'file in folders',
    'mixed',
    sticky`(?<path>(?:[\p{L}\p{N}_.-]{1,40}\/){1,8}[\p{L}\p{N}_-]{1,60}\.(?<ending>[a-z]{1,12}))${END}`,
    ({ path = '', ending = '' }) => (Object.hasOwn(FILE_ENDINGS, ending) ? fileWords(path) : undefined),
  ),
  patternRule(
    'ending of a file or host name',
    { characters: '.' },
    sticky`\.(?<ending>[a-z][a-z0-9]{0,24}|[A-Z]{2,5}|[A-Z]\b)${END}`,
    ({ ending = '' }) => `dot ${endingWords(ending)}`,
    ['none', 'direct'],
  ),
  patternRule(
    'end of a sentence without a space',
    { characters: '.' },
    sticky`\.(?=\p{Lu}\p{Ll})`,
    (_, place) => {
      const before = place.text.slice(Math.max(0, place.at - 40), place.at);
      if (!/\p{Ll}{2}$/u.test(before)) return undefined;
      return /[._]\S{0,40}$/.test(before) ? 'dot' : { speech: '', endsSentence: true };
    },
    ['direct'],
  ),
  patternRule('point inside a name', { characters: '.' }, sticky`\.(?=[a-z])`, () => 'dot', [
    'none',
    'direct',
  ]),
  patternRule(
    'handle',
    { characters: '@' },
    sticky`@(?<name>_{0,4}[A-Za-z]\w{0,39}(?:\.\w{1,39}){0,3})`,
    ({ name = '' }) => `at ${nameWords(name)}`,
  ),
  patternRule(
    'hashtag',
    { characters: '#' },
    sticky`#(?<name>(?:\p{L}|\d{1,6}(?!(?:st|nd|rd|th)(?!\p{L}))\p{L})[\p{L}\p{N}_]{0,79})`,
    ({ name = '' }) => {
      const count = /^\d*/.exec(name)?.[0] ?? '';
      return ['hashtag', cardinal(count), nameWords(name.slice(count.length))]
        .filter((words) => words !== '')
        .join(' ');
    },
  ),
  patternRule(
    'group or member of a forum',
    { words: ['r', 'u'] },
    sticky`(?<kind>[ru])\/(?<name>[A-Za-z][\w-]{2,30})(?!\/)`,
    ({ kind = '', name = '' }) => `${kind.toUpperCase()} slash ${nameWords(name)}`,
  ),
  patternRule('number sign', { characters: '#' }, sticky`#\s?(?=\d)`, () => 'number', ['none', 'direct']),
  patternRule(
    'sharp',
    { characters: '#' },
    sticky`#(?![\p{L}\p{N}])`,
    (_, place) => (/[A-G]/.test(place.text[place.at - 1] ?? '') ? 'sharp' : ''),
    ['direct'],
  ),
  patternRule(
    'file path',
    { characters: '/~' },
    sticky`(?:~?\/)(?<path>[\p{L}\p{N}_.-]{1,40}(?:\/[\p{L}\p{N}_.-]{1,40}){1,8})\/?${END}`,
    ({ path = '' }) => path.split('/').map(pieces).join(' slash '),
  ),
];

function emailRule(starts: 'mixed' | 'number'): Rule {
  return patternRule(
    'e-mail address',
    starts,
    sticky`(?<local>[\p{L}\d][\p{L}\d._+%-]{0,63})@(?<host>${LABEL}(?:\.${TOP}${LABEL}){1,4})`,
    ({ local = '', host = '' }) => `${pieces(local)} at ${hostWords(host)}`,
    ['none', 'direct', 'hyphen'],
  );
}

/** Words right before an address that tell to go there: "go to", "visit", "check out". */
const GOING = /^(?:to|visit|at|out|check|open|type|enter|try)$/i;

function readUrl(
  { rest = '' }: Readonly<Record<string, string | undefined>>,
  place: Place,
  end: number,
): Said {
  const trailing = /[.,;:!?'’)\]}*]{1,8}$/.exec(rest)?.[0] ?? '';
  const url = rest.slice(0, rest.length - trailing.length);
  const cut = url.search(/[/?#]/);
  const host = (cut < 0 ? url : url.slice(0, cut)).replace(/^[^@]{1,80}@/, '');
  const path = cut < 0 ? '' : url.slice(cut);
  const said = urlWords(host, path, GOING.test(wordBefore(place.text, place.at)));
  const stop = end - trailing.length;
  if (stop <= place.at) return '';
  return typeof said === 'string' ? { speech: said, end: stop } : { ...said, end: stop };
}
