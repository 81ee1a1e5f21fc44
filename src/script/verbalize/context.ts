/** No word of a language is longer; keeps every look around bounded. */
const LONGEST_WORD = 40;

/** Closing marks and spaces at the end of a text. */
const LONGEST_END = 40;

const WORD_BEFORE = /([\p{L}\p{M}\p{N}'’.&-]{1,40})[^\p{L}\p{N}]{0,4}$/u;
const WORD_AFTER = /[\s"“”‘’'(]{0,3}([\p{L}\p{M}\p{N}'’-]{1,40})/uy;
const ADJACENT_WORD_AFTER = /[\s-]([\p{L}\p{M}'’-]{1,40})/uy;

/** The word before a position, as written, without the marks around it; empty at the start of a sentence. */
export function wordBefore(text: string, at: number): string {
  const stretch = text.slice(Math.max(0, at - LONGEST_WORD - 4), at);
  const match = WORD_BEFORE.exec(stretch);
  if (match === null) return '';
  const gap = stretch.slice(match.index + (match[1]?.length ?? 0));
  return /[.!?;]\s|\n/.test(gap) ? '' : (match[1] ?? '').replace(/\.$/, '');
}

/** The next word after a position, as written. */
export function wordAfter(text: string, end: number): string {
  WORD_AFTER.lastIndex = end;
  return WORD_AFTER.exec(text)?.[1] ?? '';
}

/** The word that follows with nothing but a space or hyphen between; empty when punctuation comes first. */
export function adjacentWordAfter(text: string, end: number): string {
  ADJACENT_WORD_AFTER.lastIndex = end;
  return ADJACENT_WORD_AFTER.exec(text)?.[1] ?? '';
}

/** Whether a sentence could end here: nothing follows, or white space and a capital. */
export function sentenceMayEnd(text: string, end: number): boolean {
  return /^["”’')\]]{0,3}(?:\s{1,4}["“‘'([]?\p{Lu}|\s{0,4}$)/u.test(text.slice(end, end + 12));
}

/** Whether nothing visible but closing marks follows. */
export function nothingFollows(text: string, end: number): boolean {
  return text.length - end < LONGEST_END && /^["”’')\]\s]*$/.test(text.slice(end));
}
