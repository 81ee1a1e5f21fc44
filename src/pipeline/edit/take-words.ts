import type { EditionSegment, Segment, Take, TextSpan } from '../../edition.js';
import { spokenSpans, timeWords } from '../../stitch/words.js';

/** A word and when it is heard, in seconds from the segment's first sound. */
export interface HeardWord {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Into the segment's `source`. */
  readonly source: TextSpan;
  /** Into the segment's `speech`. */
  readonly speech: TextSpan;
}

/** When the words of a segment are heard in a take of it. */
export function wordsOfTake({ tokens, speech }: Segment, take: Take): readonly HeardWord[] {
  const spans = spokenSpans(tokens);
  return timeWords(tokens, speech, take).map(({ startSeconds, endSeconds, source }, index) => ({
    startSeconds: toMilliseconds(startSeconds - take.speechStartSeconds),
    endSeconds: toMilliseconds(endSeconds - take.speechStartSeconds),
    source,
    speech: spans[index]?.span ?? [0, 0],
  }));
}

/** When the words of a published segment are heard. */
export function wordsOfSegment({ words, startSeconds: start }: EditionSegment): readonly HeardWord[] {
  let at = 0;
  return words.map(({ startSeconds, endSeconds, source, speech }) => {
    const span: TextSpan = [at, at + speech.length];
    at = span[1] + 1;
    return {
      startSeconds: toMilliseconds(startSeconds - start),
      endSeconds: toMilliseconds(endSeconds - start),
      source,
      speech: span,
    };
  });
}

/** Finer than an ear or a screen, and short on the way. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
