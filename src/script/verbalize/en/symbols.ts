import { gemoji } from 'gemoji';
import { wordBefore } from '../context.js';
import { type Place, patternRule, type Rule, sticky } from '../language.js';
import { asciiDigits, cardinal, ordinal } from './numbers.js';
import { romanValue } from './roman.js';
import { GREEK, SYMBOLS } from './tables/symbols.js';

/** What some emoji stand for behind a pronoun: "we ❤️ open source". */
const EMOJI_VERBS: Readonly<Record<string, string>> = {
  '❤': 'love',
  '♥': 'love',
  '💙': 'love',
  '💚': 'love',
  '💛': 'love',
  '💜': 'love',
  '🧡': 'love',
};

/** Signs between words. */
export const symbolRules: readonly Rule[] = [
  patternRule(
    'stars of a rating',
    { characters: '★⭐' },
    sticky`(?<stars>(?:★|⭐\ufe0f?){1,10})[☆✩]{0,9}`,
    ({ stars = '' }) => {
      const count = [...stars.replaceAll('\ufe0f', '')].length;
      return count === 1 ? 'star' : `${cardinal(String(count))} stars`;
    },
    ['none', 'direct'],
  ),
  patternRule(
    'number of a post in a thread',
    { characters: '/' },
    sticky`\/(?=\s)`,
    (_, place) =>
      /(?:^|[.!?]\s)\d{1,2}$/.test(place.text.slice(Math.max(0, place.at - 4), place.at))
        ? { speech: '', endsSentence: true }
        : undefined,
    ['direct'],
  ),
  patternRule('stroke between spaces', { characters: '/' }, sticky`\/(?=\s)`, (_, place) =>
    /\s/.test(place.text[place.at - 1] ?? '') ? 'slash' : undefined,
  ),
  patternRule(
    'and',
    { characters: '&' },
    sticky`&(?:amp;|c\.|&)?`,
    (_, place) => (place.text.startsWith('&c.', place.at) ? 'et cetera' : 'and'),
    ['none', 'direct', 'hyphen'],
  ),
  patternRule('greater or less', { characters: '<>' }, sticky`[<>](?!\s?[$€£¥.\d\p{L}(+-])`, () => '', [
    'none',
    'direct',
    'hyphen',
  ]),
  patternRule('mark at the beginning', { characters: '>→➡⇒»›' }, sticky`[>→➡⇒»›]\ufe0f?(?=\s)`, (_, place) =>
    place.at === 0 ? '' : undefined,
  ),
  patternRule('address in angle brackets', { characters: '<' }, sticky`<(?=[^\s<>]{1,80}>)`, () => ''),
  patternRule(
    'end of an address in angle brackets',
    { characters: '>' },
    sticky`>(?=\s\p{L})`,
    (_, place) =>
      /<[^\s<>]{1,80}$/.test(place.text.slice(Math.max(0, place.at - 81), place.at)) ? '' : undefined,
    ['direct'],
  ),
  patternRule(
    'emoticon',
    { characters: ':;=<' },
    sticky`(?:[:;=]['-]?[()DPpOo/|]|<3)(?=\s|$|[.!?,])`,
    (_, place) => (/^\s?$/.test(place.text[place.at - 1] ?? '') ? '' : undefined),
  ),
  patternRule('tilde', { characters: '~∼' }, sticky`[~∼]`, () => '', ['none', 'direct', 'hyphen']),
  patternRule('loose dollar', { characters: '$€£¥' }, sticky`[$€£¥]{1,4}(?![\d.])`, (_, place, end) =>
    end === place.at + 1 && /\s/.test(place.text[end] ?? ' ') ? undefined : '',
  ),
  patternRule('dash between spaces', { characters: '-' }, sticky`-{1,3}(?=\s)`, () => undefined),
];

let names: ReadonlyMap<string, string> | undefined;

/** The name of a symbol or emoji as it is said where it stands. */
export function symbolWords(written: string, place: Place): string {
  const said = SYMBOLS[written] ?? GREEK[written.toLowerCase()];
  if (said !== undefined) return said;
  const emoji = emojiName(written);
  const verb = EMOJI_VERBS[bare(written)];
  if (verb !== undefined && /^(?:I|we|you|they|who)$/i.test(wordBefore(place.text, place.at))) return verb;
  if (emoji !== undefined) return isWordlike(place, written.length) ? emoji : '';
  return compatible(written);
}

/** Emoji names are CLDR's short names, as gemoji carries them. */
function emojiName(written: string): string | undefined {
  names ??= new Map(gemoji.map(({ emoji, description }) => [bare(emoji), speakable(description)]));
  const plain = bare(written);
  return names.get(plain) ?? names.get(plain.replace(/[\u{1f3fb}-\u{1f3ff}]/gu, ''));
}

/** `🥇` is CLDR's "1st place medal", `🕐` its "one o’clock". */
function speakable(description: string): string {
  return description
    .replace(/(\d+)(?:st|nd|rd|th)/g, (_, number: string) => ordinal(number))
    .replace(/\d+/g, (number) => cardinal(number))
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{M}\s'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function bare(emoji: string): string {
  return emoji.replace(/[\ufe0e\ufe0f]/g, '');
}

/**
 * An emoji in the middle of a sentence stands for a word and is named; at the beginning, before punctuation and
 * at the end it is decoration and is left out.
 */
function isWordlike({ text, at }: Place, length: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at);
  const after = text.slice(at + length, at + length + 3);
  return /[\p{L}\p{N}]\s?$/u.test(before) && /^\s?[\p{Ll}\p{N}]/u.test(after);
}

/** Characters that Unicode calls the same as letters or digits (`①`, `Ⅷ`, `ﬁ`) are said as those. */
function compatible(written: string): string {
  const plain = asciiDigits(written)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (plain === '' || plain === written) return '';
  if (/^[IVXLCDM]+$/.test(plain) && /^\p{Nl}/u.test(written)) return cardinal(String(romanValue(plain)));
  return /^\d+$/.test(plain) ? cardinal(plain) : /^[\p{L}]+$/u.test(plain) ? plain : '';
}
