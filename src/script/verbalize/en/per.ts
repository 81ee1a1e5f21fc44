import { cardinal } from './numbers.js';
import { PER } from './tables/units.js';
import { unitAt } from './unit-names.js';

const STROKE_WORD = /[\s ]?\/[\s ]?(\d{1,6})?[\s ]?([KkM](?![\p{L}])|[\p{L}°µμ]{1,12})?/uy;

/** What a stroke behind an amount counts by: `/month`, `/M tokens`, `/m²`, `/user/month`. */
export function perAt(
  text: string,
  at: number,
): { readonly end: number; readonly speech: string } | undefined {
  STROKE_WORD.lastIndex = at;
  const match = STROKE_WORD.exec(text);
  if (match === null) return undefined;
  const [all, count, word] = match;
  const first = stroke(text, at, all, count, word);
  if (first === undefined) return undefined;
  const next = perAt(text, first.end);
  return next === undefined ? first : { end: next.end, speech: `${first.speech} ${next.speech}` };
}

/** The point of an abbreviation inside a sentence: "$20/mo. price tag". */
function behindPoint(text: string, end: number): number {
  return /^\.\s\p{Ll}/u.test(text.slice(end, end + 3)) ? end + 1 : end;
}

function stroke(text: string, at: number, all: string, count = '', word = '') {
  const end = at + all.length;
  if (word === '') return undefined;
  const counted = count === '' ? 'per' : `per ${cardinal(count)}`;
  if (Object.hasOwn(PER, word) && !/[\p{L}\p{N}²³^]/u.test(text[end] ?? ''))
    return { end: behindPoint(text, end), speech: `${counted} ${PER[word]}` };
  const unit = unitAt(text, end - word.length);
  if (unit === undefined) return undefined;
  const squared = /^square (second|hour)$/.exec(unit.name[0]);
  const name = squared === null ? unit.name[count === '' ? 0 : 1] : `${squared[1]} squared`;
  return { end: unit.end, speech: `${counted} ${name}` };
}
