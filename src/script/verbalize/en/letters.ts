import { isCommonWord, isWord } from './dictionary.js';
import { isPronounceable } from './pronounceable.js';
import { NAME_PREFIXES, SOUNDS, SPELLED, SPELLED_IN_SMALL, SPOKEN_AS_WORD } from './tables/acronyms.js';

/** Longer names of mixed case are compounds of several words. */
const LONGEST_PLAYFUL = 8;

/** How letters are said, and why that is a guess if it is one. */
export interface SaidLetters {
  readonly speech: string;
  readonly guess?: string;
}

/**
 * A run of letters as it is said: words as they stand, acronyms as a word or letter by letter, compounds of
 * mixed case piece by piece: `LLMs` → "L L M's", `NASA` → "Nasa", `OpenAI` → "Open A I".
 */
export function sayLetters(written: string): string {
  return readLetters(written, false).speech;
}

/** Like `sayLetters`, with the guess; `capitals`: the whole text is in capitals, so that words are likelier. */
export function readLetters(written: string, capitals: boolean): SaidLetters {
  if (/['’]/.test(written)) return readApostrophe(written, capitals);
  const sound = soundOf(written);
  if (sound !== undefined) return { speech: sound };
  if (/^\p{Ll}+$/u.test(written)) return { speech: SPELLED_IN_SMALL.has(written) ? spell(written) : written };
  if (/^\p{Lu}?[\p{Ll}\p{Lo}\p{M}\p{Lm}]+$/u.test(written) || !/\p{Lu}/u.test(written))
    return { speech: written };
  if (/^\p{Lu}+$/u.test(written)) return readCapitals(written, capitals);
  const ended = /^(.{0,60}\p{Lu}{2})(s|es|ed|d|ing|ish|er|ers|v)$/u.exec(written);
  if (ended !== null) return inflect(readLetters(ended[1] ?? '', capitals), ended[2] ?? '');
  return { speech: camelCase(written) };
}

/** `NASA's`, `LLMs'`, `RSVP'd`; everything else with an apostrophe is a word as it stands. */
function readApostrophe(written: string, capitals: boolean): SaidLetters {
  const [, stem = '', suffix = ''] = /^([^'’]+)['’](s|d|ed)?$/u.exec(written) ?? [];
  if (stem === '') return { speech: contraction(written.replaceAll('’', "'")) };
  const said = readLetters(stem, capitals);
  const owned = said.speech.endsWith("'s") ? said.speech : `${said.speech}'${suffix}`;
  return { ...said, speech: owned };
}

/** In capitals (`DON'T`, `I'LL`, `O'REILLY`) it is said as if it were written small. */
function contraction(written: string): string {
  if (written !== written.toUpperCase() || !/\p{Lu}'?\p{Lu}/u.test(written)) return written;
  const lower = written.toLowerCase();
  if (/^i'/.test(lower)) return `I${lower.slice(1)}`;
  return /^\p{Lu}'\p{Lu}{2}/u.test(written) ? written.slice(0, 3) + lower.slice(3) : lower;
}

function soundOf(written: string): string | undefined {
  if (Object.hasOwn(SOUNDS, written)) return SOUNDS[written];
  const single = written.endsWith('s') ? written.slice(0, -1) : '';
  const sound = Object.hasOwn(SOUNDS, single) ? SOUNDS[single] : undefined;
  return sound === undefined ? undefined : inflect({ speech: sound }, 's').speech;
}

/** Letters one by one, as capitals: engines say a small "a" as the article. */
export function spell(written: string): string {
  return [...written.toUpperCase().replace(/[^\p{L}\p{M}]/gu, '')].join(' ');
}

function readCapitals(written: string, capitals: boolean): SaidLetters {
  const lower = written.toLowerCase();
  if (written.length === 1) return { speech: written };
  if (SPOKEN_AS_WORD.has(written)) return { speech: written.charAt(0) + lower.slice(1) };
  if (SPELLED.has(written) && !(capitals && isCommonWord(lower) && written !== 'US'))
    return { speech: spell(written) };
  if (written.length < 4 ? isCommonWord(lower) : isWord(lower)) return { speech: lower };
  if (written.length < 4 || !isPronounceable(lower)) return { speech: spell(written) };
  return { speech: written.charAt(0) + lower.slice(1), guess: `${written} may be spelled letter by letter.` };
}

/** Puts an ending behind letters ("L L M's") or a word ("Gans"). */
function inflect(said: SaidLetters, ending: string): SaidLetters {
  const spelled = /(?:^|\s)\p{Lu}$/u.test(said.speech);
  if (ending === 'v') return { ...said, speech: `${said.speech} v` };
  return { ...said, speech: `${said.speech}${spelled ? "'" : ''}${ending}` };
}

/** `OpenAI`, `DeepSeek`, `fMRI`, `GenAI`; names like `McCrory` and `RoBERTa` stay one word. */
function camelCase(written: string): string {
  const pieces = written.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}\p{Lm}]+|[^\p{Lu}\p{Ll}]+/gu) ?? [
    written,
  ];
  const [first = '', ...rest] = pieces;
  if (rest.length === 1 && NAME_PREFIXES.has(first) && !/^\p{Lu}+$/u.test(rest[0] ?? '')) return written;
  if (isPlayful(written, rest) && isPronounceable(written.toLowerCase()))
    return written.charAt(0) + written.slice(1).toLowerCase();
  if (/^\p{Lu}[aeiu]\p{Lu}$/u.test(written)) return written.charAt(0) + written.slice(1).toLowerCase();
  if (written.length <= 4 && pieces.every((piece) => piece.length <= 2) && pieces.length > 1)
    return spell(written);
  return pieces.map((piece) => pieceWords(piece)).join(' ');
}

/** `RoBERTa`, `LaMDA`, `LLaMA`: capitals strewn over one made-up word. */
function isPlayful(written: string, rest: readonly string[]): boolean {
  if (written.length > LONGEST_PLAYFUL) return false;
  if (/\p{Ll}\p{Lu}{2,}\p{Ll}/u.test(written) || /^\p{Lu}{2}\p{Ll}\p{Lu}/u.test(written)) return true;
  const tail = rest.at(-1) ?? '';
  return /^\p{Lu}{1,2}\p{Ll}{1,2}\p{Lu}{2,4}$/u.test(written) && !SPELLED.has(tail);
}

/** A piece without a vowel is no syllable: `GmbH` → "G M B H". */
function pieceWords(piece: string): string {
  if (/^[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,3}$/.test(piece)) return spell(piece);
  if (/^\p{Lu}+$/u.test(piece)) return readCapitals(piece, false).speech;
  return piece.length === 1 && /\p{Ll}/u.test(piece) ? piece.toUpperCase() : piece;
}
