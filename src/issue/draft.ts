import type { Block, Notice, Picture, ReadingRule } from '../edition.js';

/** What a format's reader says about the issue as a whole; absent where the document does not tell. */
export interface DocumentHead {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Where the issue can be read. */
  readonly url?: string;
  readonly picture?: Picture;
}

/** What a format's reader returns: the document's own head and its blocks, in reading order. */
export interface Reading {
  readonly head: DocumentHead;
  readonly blocks: readonly Block[];
  readonly notices: readonly Notice[];
  /** Rules of the show that matched an element. */
  readonly matchedRules?: ReadonlySet<ReadingRule>;
}

/** The rule names that other parts of the program look for. */
export const SEPARATOR_RULE = 'separator';
export const PICTURE_RULE = 'picture';
