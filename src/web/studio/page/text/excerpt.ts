import type { TextSpan } from '../../../../edition.js';

/** What was found in a text, with the words around it. */
export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const BEFORE_CHARACTERS = 24;
const AFTER_CHARACTERS = 48;

/** Cuts between words, and says with an ellipsis where it did. */
export function excerptOf(text: string, [from, to]: TextSpan): Excerpt {
  const before = text.slice(Math.max(0, from - BEFORE_CHARACTERS), from);
  const after = text.slice(to, to + AFTER_CHARACTERS);
  return {
    before: from <= BEFORE_CHARACTERS ? before : `… ${before.replace(/^\S*\s+/, '')}`,
    match: text.slice(from, to),
    after: to + AFTER_CHARACTERS >= text.length ? after : `${after.replace(/\s+\S*$/, '')} …`,
  };
}
