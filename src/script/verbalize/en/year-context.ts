import { adjacentWordAfter, wordBefore } from '../context.js';
import type { Place } from '../language.js';
import type { Amount } from './amounts.js';
import { MONTH_WORDS } from './tables/calendar.js';
import { NOT_NOUNS } from './tables/function-words.js';

/** Words before a number of four digits that make it a year. */
const BEFORE_YEARS = new Set(
  `in since until till from by before after during around circa early late mid through to and between of © copyright year
   spring summer fall autumn winter q1 q2 q3 q4 h1 h2 fiscal fy class ad ce january ended ending olympics election`.split(
    /\s+/,
  ),
);

/** Words before it that make it an amount or a number of something. */
const BEFORE_AMOUNTS = new Set(
  `about some nearly almost over than exactly only just all another every per up least most approximately roughly plus times
   no number page pages room line lines step steps top first last next other`.split(/\s+/),
);

/** Whether a bare number of four digits is a year; `why` when the context leaves it open. */
export function isYear(place: Place, amount: Amount): { readonly year: boolean; readonly why?: string } {
  const value = Number(amount.number);
  if (place.text[place.at - 1] === '=') return { year: false };
  const before = wordBefore(place.text, place.at).toLowerCase();
  if (value >= 1000 && value < 1100)
    return { year: /^(?:in|since|until|of|by|from|year|around|circa)$/.test(before) };
  if (value < 1100 || value > 2199 || amount.number.startsWith('0')) return { year: false };
  if (BEFORE_AMOUNTS.has(before)) return { year: false };
  const next = adjacentWordAfter(place.text, amount.end);
  const counted = /^[a-z]{2,40}s$/.test(next) && !NOT_NOUNS.has(next);
  if (!counted) return hyphenated(place, amount) ? { year: false } : { year: true };
  if (MONTH_WORDS.has(before) || (BEFORE_YEARS.has(before) && value >= 1900 && value % 100 !== 0))
    return { year: true };
  const year =
    value > 1900 && value < 2100 && value % 100 !== 0 && value !== 1024 && value !== 2048 && before !== '';
  return { year, why: `${amount.number} before "${next}" may be a year or a count.` };
}

/** `1000-language`, `2048-bit`, but `2020-era`. */
function hyphenated(place: Place, amount: Amount): boolean {
  const following = /^-([a-z]{2,12})/.exec(place.text.slice(amount.end, amount.end + 13))?.[1];
  return (
    following !== undefined && !/^(?:era|style|built|born|vintage|model|present|onwards?|to)$/.test(following)
  );
}
