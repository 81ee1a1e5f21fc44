import type { Language, Place } from '../language.js';
import { abbreviationRules } from './abbreviations.js';
import { addressRules } from './addresses.js';
import { dateRules } from './dates.js';
import { isCommonWord, isWord } from './dictionary.js';
import { electronicRules } from './electronic.js';
import { fractionRules } from './fractions.js';
import { inflection } from './inflection.js';
import { readLetters, spell } from './letters.js';
import { listWords } from './lists.js';
import { mathematicsRules } from './mathematics.js';
import { moneyRules } from './money.js';
import { asciiDigits, decimal, serialNumber } from './numbers.js';
import { ordinalRules } from './ordinals.js';
import { periodRules } from './periods.js';
import { isPronounceable } from './pronounceable.js';
import { quantityRules } from './quantities.js';
import { referenceRules } from './references.js';
import { romanRules } from './roman.js';
import { standInWords } from './stand-ins.js';
import { symbolRules, symbolWords } from './symbols.js';
import { GREEK } from './tables/symbols.js';
import { telephoneRules } from './telephone.js';
import { timeRules } from './times.js';
import { versionRules } from './versions.js';

/** English. Special forms come first, so that a date is not read as a fraction nor a price as a number. */
export const language: Language = {
  rules: [
    ...referenceRules,
    ...electronicRules,
    ...telephoneRules,
    ...addressRules,
    ...dateRules,
    ...timeRules,
    ...periodRules,
    ...fractionRules,
    ...ordinalRules,
    ...moneyRules,
    ...versionRules,
    ...mathematicsRules,
    ...quantityRules,
    ...abbreviationRules,
    ...romanRules,
    ...symbolRules,
  ],
  word: readWord,
  number: readNumber,
  symbol: symbolWords,
  knows: (word) => isWord(word.toLowerCase()),
  inflection,
  lists: listWords,
  standIns: standInWords,
};

/** Letters that Unicode keeps apart for mathematics and layout: `𝐀`, `ℝ`, `Ａ`. */
const LOOKALIKES = /[\u2100-\u214f\uff21-\uff5a\u{1d400}-\u{1d7ff}]/u;

/** Behind digits letters are named (`4o`, `7B`, `3D`); elsewhere they are words or acronyms. */
function readWord(asWritten: string, place: Place): { readonly speech: string; readonly guess?: string } {
  if (asWritten.includes('\ufe0f')) return { speech: symbolWords(asWritten, place) };
  const written = LOOKALIKES.test(asWritten) ? asWritten.normalize('NFKC').replace(/\s/g, '') : asWritten;
  if (place.glue === 'direct' && /\p{N}/u.test(place.text[place.at - 1] ?? ''))
    return { speech: greekWords(written) ?? afterDigits(written) };
  const greek = greekWords(written);
  if (greek !== undefined) return { speech: greek };
  const joined = place.text[place.at + written.length] === '&' || place.text[place.at - 1] === '&';
  const joinedLetters = joined ? /^(\p{Lu}{1,3})((?:['’]?s)?)$/u.exec(written) : null;
  if (joinedLetters !== null) {
    return { speech: spell(joinedLetters[1] ?? '') + (joinedLetters[2] === '' ? '' : "'s") };
  }
  if (/^\p{Lu}{1,3}$/u.test(written) && /[₀-₉]/.test(place.text[place.at + written.length] ?? ''))
    return { speech: spell(written) };
  const code =
    /^[^\P{Ll}aeiouy]{2,4}$/u.test(written) && /\d/.test(place.text[place.at + written.length] ?? '');
  return code ? { speech: spell(written) } : readLetters(written, place.capitals);
}

/** A Greek letter alone or before Latin ones (`π`, `Δt`) is named; Greek words are left to the engine. */
function greekWords(written: string): string | undefined {
  if (!/^[α-ωϕΑ-Ω](?:\p{Script=Latin}{0,3})$/u.test(written)) return undefined;
  return `${GREEK[written.charAt(0).toLowerCase()] ?? ''} ${written.slice(1)}`.trim();
}

function afterDigits(written: string): string {
  const owned = /^(.*?)['’]s$/u.exec(written);
  if (owned !== null) return `${afterDigits(owned[1] ?? '')}'s`;
  if (written === 's') return "'s";
  const plain = /^(?:\p{Lu}?\p{Ll}{3,40})$/u.test(written) && isWord(written.toLowerCase());
  const small = /^\p{Lu}\p{Ll}{2}$/u.test(written) && isCommonWord(written.toLowerCase());
  const sayable = /^\p{Ll}{3}$/u.test(written) && isPronounceable(written);
  return plain || small || sayable || written.length > 3
    ? readLetters(written, false).speech
    : spell(written);
}

/** Digits inside a name are said as its number; of other scripts, as if they were 0–9. */
function readNumber(written: string, place: Place): string {
  const digits = asciiDigits(written);
  return place.glue === 'none' ? decimal(digits) : serialNumber(digits);
}
