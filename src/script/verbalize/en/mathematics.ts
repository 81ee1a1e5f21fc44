import { END, type Place, patternRule, type Rule, type Said, sticky } from '../language.js';
import { NUMBER } from './amounts.js';
import { cardinal, decimal, ordinal } from './numbers.js';
import { tailAt } from './quantity-tail.js';

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁺': '+',
  '⁻': '-',
  ⁿ: 'n',
  ˣ: 'x',
};

const RAISED = Object.keys(SUPERSCRIPTS).join('');

/** Powers, functions, signs and relations. */
export const mathematicsRules: readonly Rule[] = [
  patternRule(
    'superscript',
    { characters: RAISED },
    sticky`(?<raised>[${RAISED}]{1,8})`,
    ({ raised = '' }, place, end) =>
      /(?:[\d)]|(?:^|[^\p{L}])\p{L})$/u.test(place.text.slice(Math.max(0, place.at - 2), place.at)) ||
      /=[^\n]{0,12}$/.test(place.text.slice(Math.max(0, place.at - 13), place.at))
        ? measured(power([...raised].map((character) => SUPERSCRIPTS[character] ?? '').join('')), place, end)
        : '',
    ['none', 'hyphen', 'direct'],
  ),
  patternRule(
    'power',
    { characters: '^' },
    sticky`\^[({]?(?<power>[-−+]?(?:\d{1,6}(?:\.\d{1,4})?|[a-zA-Z])(?![\p{L}]))[)}]?`,
    ({ power: written = '' }, place, end) => measured(power(written.replace('−', '-')), place, end),
    ['none', 'direct'],
  ),
  patternRule(
    'number in E notation',
    'number',
    sticky`(?<number>${NUMBER})[eE](?<sign>[-−+]?)(?<power>\d{1,3})${END}`,
    ({ number = '', sign, power: written = '' }, place, end) => {
      const raised = sign === '' || sign === '+' ? ordinal(written) : `minus ${cardinal(written)}`;
      return measured(`${numberWords(number)} times ten to the ${raised}`, place, end);
    },
  ),
  patternRule(
    'big O',
    { words: ['o', 'θ', 'ω'] },
    sticky`(?<name>[OΘΩ])\((?=[^()\s][^()\n]{0,30}[)(])`,
    ({ name }) => (name === 'O' ? 'big O of' : name === 'Θ' ? 'theta of' : 'omega of'),
  ),
  patternRule(
    'conditional probability',
    'mixed',
    sticky`(?<name>P|Pr|E)\((?<event>[^()|\n]{1,20}?)\s?\|\s?(?<given>[^()|\n]{1,20})\)`,
    ({ name = '', event = '', given = '' }) =>
      `${name} of ${[event, given].map((words) => words.replace(/[^\p{L}\s]/gu, ' ').trim()).join(' given ')}`,
  ),
  patternRule(
    'function of a variable',
    'mixed',
    sticky`(?<name>[a-zA-Z])\((?=[a-z](?:,\s?[a-z]){0,3}\))`,
    ({ name }) => `${name} of`,
  ),
  patternRule('negative number', { characters: '-−–' }, sticky`[-−–](?=[$€£¥]?\.?\d)`, (_, place) =>
    /[\p{L}\p{N})]\s?$/u.test(place.text.slice(Math.max(0, place.at - 1), place.at)) ? undefined : 'minus',
  ),
  patternRule(
    'minus between numbers',
    { characters: '-−–' },
    sticky`[-−–]\s?(?=(?:\d|\p{L}(?!\p{L}))[^\n=,;]{0,20}=)`,
    (_, place) =>
      /[\p{N})]\s?$|(?:^|\s)\p{L}\s$/u.test(place.text.slice(Math.max(0, place.at - 3), place.at))
        ? 'minus'
        : undefined,
    ['none', 'direct'],
  ),
  patternRule(
    'minus of a grade',
    { characters: '-−' },
    sticky`[-−](?=[,;.)/]|$|\s(?!(?:and|or|to)(?!\p{L}))\p{Ll})`,
    (_, place) =>
      /(?:^|[^\p{L}\p{N}])[A-F]$/u.test(place.text.slice(Math.max(0, place.at - 2), place.at))
        ? 'minus'
        : undefined,
    ['direct'],
  ),
  patternRule('approximately', { characters: '~∼≈' }, sticky`[~∼≈]\s?(?=[$€£¥₹.\d])`, (_, place) =>
    place.text[place.at] === '≈' && /\S\s?$/.test(place.text.slice(Math.max(0, place.at - 2), place.at))
      ? 'approximately'
      : 'about',
  ),
  patternRule('plus or minus', { characters: '+' }, sticky`\+\/?[-−–](?=\s?[$€£]?\d)`, () => 'plus or minus'),
  patternRule('arrow', { characters: '-=<' }, sticky`(?:-{1,2}>|=>)`, () => 'to', [
    'none',
    'direct',
    'hyphen',
  ]),
  patternRule(
    'relation',
    { characters: '<>=!' },
    sticky`(?<sign><=|>=|!=|==|<<|>>)`,
    ({ sign = '' }) => RELATIONS[sign],
    ['none', 'direct'],
  ),
  patternRule(
    'markup tag',
    { characters: '<' },
    sticky`<\/?(?<name>[A-Za-z][\w-]{0,30})\s?\/?>`,
    ({ name }) => name?.replaceAll('_', ' '),
    ['none', 'direct', 'hyphen'],
  ),
  patternRule(
    'times',
    { characters: '*·⋅' },
    sticky`[*·⋅](?=[\p{L}\p{N}(])`,
    (_, place) =>
      /(?:[\d)]|(?:^|[^\p{L}])\p{L})\s?$/u.test(place.text.slice(Math.max(0, place.at - 3), place.at))
        ? 'times'
        : undefined,
    ['none', 'direct'],
  ),
];

/** Behind a power of a number stands a unit: `3 × 10^8 m/s`, `10⁻⁹ m`. */
function measured(words: string, place: Place, end: number): Said {
  const isOfNumber = /\d/.test(place.text[place.at - 1] ?? '') || /\d/.test(place.text[place.at] ?? '');
  if (!isOfNumber || place.text[end] !== ' ') return words;
  const tail = tailAt(place, { number: '10', scale: '', written: '', end });
  return tail.speech === '' ? words : { speech: words + tail.speech, end: tail.end };
}

const RELATIONS: Readonly<Record<string, string>> = {
  '<=': 'less than or equal to',
  '>=': 'greater than or equal to',
  '!=': 'not equal to',
  '==': 'equals',
  '<<': 'much less than',
  '>>': 'much greater than',
};

/** `2` → "squared", `6` → "to the sixth", `-3` → "to the minus three", `n` → "to the n". */
function power(written: string): string {
  if (!/[\da-z]/i.test(written)) return '';
  if (written === '2') return 'squared';
  if (written === '3') return 'cubed';
  if (/^\d+$/.test(written)) return `to the ${ordinal(written)}`;
  const negative = written.startsWith('-');
  const bare = written.replace(/^[-+]/, '');
  const words = /^[\d.]+$/.test(bare) ? numberWords(bare) : [...bare].join(' ');
  return `to the ${negative ? 'minus ' : 'power of '}${words}`;
}

function numberWords(written: string): string {
  return written.includes('.') ? decimal(written) : cardinal(written);
}
