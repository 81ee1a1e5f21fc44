import type { Notice } from '../edition.js';
import type { Guess } from './verbalize/index.js';

/** A reading that the context did not settle, and where it stands. */
export interface SegmentGuess {
  /** Slug of the story. */
  readonly story: string;
  /** Id of the segment. */
  readonly segment: string;
  /** As the author wrote it. */
  readonly written: string;
  readonly guess: Guess;
}

/** More would hide what else there is to say. */
const MOST_NOTICES = 20;

/** One notice for everything that was guessed, the first time it stands in the issue. */
export function guessNotices(guesses: readonly SegmentGuess[]): readonly Notice[] {
  const distinct = new Map<string, SegmentGuess>();
  for (const one of guesses) {
    const key = `${one.written} ${one.guess.reading}`;
    if (!distinct.has(key)) distinct.set(key, one);
  }
  const notices = [...distinct.values()].slice(0, MOST_NOTICES).map(noticeOf);
  const rest = distinct.size - notices.length;
  return rest > 0
    ? [...notices, { code: 'reading-guessed', message: `${rest} more readings of this issue are guesses.` }]
    : notices;
}

function noticeOf({ story, segment, written, guess }: SegmentGuess): Notice {
  if (written === '') return { code: 'language-without-rules', message: guess.why };
  const said = `"${written}" is said as "${guess.reading}", which is a guess: ${guess.why}`;
  return {
    code: 'reading-guessed',
    message: `${said} The lexicon of voices.json settles it.`,
    story,
    segment,
  };
}
