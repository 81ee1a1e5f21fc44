import type { EditionSegment, EditionStory, TextSpan } from '../../edition.js';
import { oneLine } from '../plain-text.js';
import { type SentenceFinder, sentenceFinder } from './sentences.js';

/** Characters on a line of a subtitle; Apple Podcasts takes lines up to 65. */
export const MAX_LINE_CHARACTERS = 64;
const MAX_CUE_CHARACTERS = 2 * MAX_LINE_CHARACTERS;

/** A sentence, or a part of a long one, as written, and when it is heard on the episode's clock. */
export interface Cue {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly text: string;
  readonly role: string;
  readonly story: string;
  readonly segment: string;
}

/**
 * The episode's cues in order, sentence by sentence, without overlap: the words as written (where nothing was
 * written, as in an announcement, the words as spoken), the times as spoken.
 *
 * @param language BCP 47; decides where sentences end.
 */
export function transcriptCues(stories: readonly EditionStory[], language: string): readonly Cue[] {
  const findSentences = sentenceFinder(language);
  const cues = stories.flatMap((story) =>
    story.segments.flatMap((segment) => segmentCues(segment, story.slug, findSentences)),
  );
  return withoutOverlap(cues);
}

function segmentCues(segment: EditionSegment, story: string, findSentences: SentenceFinder): readonly Cue[] {
  const written = segment.source.trim() !== '';
  const text = written ? segment.source : segment.speech;
  const timeAt = written ? clockOfSource(segment) : evenClock(segment, text.length);
  return cueSpans(text, findSentences).map((span) => ({
    startSeconds: timeAt(span[0], 'start'),
    endSeconds: timeAt(span[1], 'end'),
    text: oneLine(text.slice(...span)),
    role: segment.role,
    story,
    segment: segment.id,
  }));
}

/** Sentences, the long ones in parts of about the same length that end with a word. */
function cueSpans(text: string, findSentences: SentenceFinder): readonly TextSpan[] {
  return findSentences(text).flatMap(([start, end]) =>
    partsOf(text.slice(start, end)).map(([from, to]): TextSpan => [start + from, start + to]),
  );
}

function partsOf(sentence: string): readonly TextSpan[] {
  const count = Math.ceil(sentence.length / (MAX_CUE_CHARACTERS * 0.9));
  const wanted = Math.min(MAX_CUE_CHARACTERS - 8, Math.ceil(sentence.length / count) + 8);
  const spans: TextSpan[] = [];
  let from = 0;
  while (sentence.length - from > (count === 1 ? MAX_CUE_CHARACTERS : wanted)) {
    const to = breakBefore(sentence, from, from + wanted);
    spans.push([from, to]);
    from = sentence.length - sentence.slice(to).trimStart().length;
  }
  return from < sentence.length ? [...spans, [from, sentence.length]] : spans;
}

/** Last place before `limit` where a line may end: after a word, never inside a surrogate pair. */
function breakBefore(text: string, from: number, limit: number): number {
  const space = text.lastIndexOf(' ', limit);
  if (space > from) return space;
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}

type ClockAt = (offset: number, edge: 'start' | 'end') => number;

/** When an offset of the source is heard: from the words' times; evenly over the segment where there are none. */
function clockOfSource(segment: EditionSegment): ClockAt {
  const even = evenClock(segment, segment.source.length);
  const words = segment.words;
  if (words.length === 0) return even;
  return (offset, edge) => {
    if (edge === 'start') {
      const next = words.find((word) => word.source[1] > offset);
      return offset === 0 ? segment.startSeconds : (next?.startSeconds ?? segment.endSeconds);
    }
    const last = words.findLast((word) => word.source[0] < offset);
    return offset >= segment.source.trimEnd().length
      ? segment.endSeconds
      : (last?.endSeconds ?? segment.startSeconds);
  };
}

function evenClock(segment: EditionSegment, length: number): ClockAt {
  const { startSeconds, endSeconds } = segment;
  return (offset) =>
    startSeconds + ((endSeconds - startSeconds) * Math.min(offset, length)) / Math.max(1, length);
}

/** Cues in ascending order whose ends don't pass the next one's start: a cue of no length is never shown. */
function withoutOverlap(cues: readonly Cue[]): readonly Cue[] {
  return cues.map((cue, index) => {
    const next = cues[index + 1];
    const end = Math.max(cue.endSeconds, cue.startSeconds + 0.001);
    return next === undefined || next.startSeconds >= end || next.startSeconds <= cue.startSeconds
      ? { ...cue, endSeconds: end }
      : { ...cue, endSeconds: next.startSeconds };
  });
}
