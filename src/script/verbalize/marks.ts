import { nothingFollows } from './context.js';
import { MARKS } from './punctuation.js';

/** A mark found in a text. */
export interface FoundMark {
  readonly end: number;
  readonly written: string;
  /** What an engine gets for it; empty when nothing is heard. */
  readonly mark: string;
}

/** Characters between the parentheses of a formula. */
const LONGEST_CALL = 40;

/** Characters that stand between words as a dash or bullet does when they have a space on both sides. */
const SPACED_PAUSES = new Set(['-', '‐', '‑', '‒', '•', '·', '‣', '▪', '|']);

/** The mark at a position, as it is heard there; undefined when there is none. */
export function markAt(text: string, at: number): FoundMark | undefined {
  const dots = dotsEnd(text, at);
  if (dots - at >= 3) return { end: dots, written: '...', mark: '...' };
  const written = text[at] ?? '';
  const mark = MARKS[written];
  return mark === undefined ? undefined : { end: at + 1, written, mark: heard(written, mark, text, at) };
}

function dotsEnd(text: string, at: number): number {
  let end = at;
  while (text[end] === '.') end += 1;
  return end;
}

/** A full stop never stands before a comma: the point is an abbreviation's ("28 pts., 11 reb."). */
function heard(written: string, mark: string, text: string, at: number): string {
  if (SPACED_PAUSES.has(written)) return isSpaced(text, at) ? ',' : mark;
  if (written === '(') return isBlank(text[at - 1]) ? mark : '';
  if (written === ')') return closesAside(text, at) ? mark : '';
  if (written === '.' && /[,;:]/.test(text[at + 1] ?? '')) return '';
  const inside = isWordlike(text[at - 1]) && isWordlike(text[at + 1]);
  return inside && (written === ':' || written === '.') ? '' : mark;
}

/** White space, or more of the same dash (` -- `), on both sides. */
function isSpaced(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  const same = text[at];
  return (
    at > 0 &&
    (isBlank(before) || before === same) &&
    (isBlank(after) || after === same) &&
    !(before === same && after === same)
  );
}

/** `O(n log n)`, `501(c)(3)` and `word(s)` hold no aside, and the end of the text needs no comma. */
function closesAside(text: string, at: number): boolean {
  if (!isBlank(text[at + 1]) && !/[.,;:!?"”’')\]—–-]/.test(text[at + 1] ?? '')) return false;
  if (nothingFollows(text, at + 1)) return false;
  const from = Math.max(0, at - LONGEST_CALL);
  const open = text.slice(from, at).lastIndexOf('(');
  return open < 0 || !isWordlike(text[from + open - 1]);
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function isWordlike(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{Nd}]/u.test(character);
}
