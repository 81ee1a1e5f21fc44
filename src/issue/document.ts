import type { ReadingRule } from '../edition.js';

/** What was loaded from a file, from standard input or from the web. */
export interface IssueDocument {
  readonly bytes: Uint8Array;
  /** File name or path for people; empty for standard input. */
  readonly name?: string;
  /** As the server named it. */
  readonly mediaType?: string;
  /** Where it was fetched from, after redirects. */
  readonly url?: string;
}

/** What the caller knows better than the document. */
export interface ReadOptions {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly slug?: string;
  /** BCP 47, the show's; used where the document names none. */
  readonly language?: string;
  /** The day of the reading, `YYYY-MM-DD`, for a document without a date. */
  readonly today: string;
  /** The show's own rules for reading. */
  readonly reading?: readonly ReadingRule[];
  /** Which entry of a feed: its number from 1, or its address; default the newest. */
  readonly entry?: string;
}

/** How messages call a document. */
export function nameOf(document: IssueDocument): string {
  return document.url ?? (document.name ? document.name : 'standard input');
}
