import type { SegmentKind, SpeechToken, TextSpan } from '../../edition.js';
import type { Lexicon, LexiconHit } from './lexicon.js';

/** What `verbalize` has to know beside the text. */
export interface VerbalizeOptions {
  /** BCP 47 tag of the text: `en`, `en-GB`, … */
  readonly language: string;
  readonly lexicon: Lexicon;
  /** Decides how the end is spoken: a bullet or title falls like a sentence even without a full stop. */
  readonly kind?: SegmentKind;
}

/** A reading that the context did not settle, so that an editor can look at it. */
export interface Guess {
  readonly source: TextSpan;
  /** How it is said now. */
  readonly reading: string;
  /** One plain sentence: what else it could have been. */
  readonly why: string;
}

/** A text as it is spoken. */
export interface Verbalized {
  /** In the source's order, without overlap, over all its visible characters. */
  readonly tokens: readonly SpeechToken[];
  readonly guesses: readonly Guess[];
  /** Which entries of the lexicon were used, and where. */
  readonly lexiconHits: readonly LexiconHit[];
}
