import type { EditionSegment, EditionWord, TextSpan } from '../../edition.js';
import { abbreviations } from './abbreviations.js';

/** A sentence of a segment: the unit that a reader clicks and that is softly tinted. */
export interface Sentence {
  /** Into `segment.source`, without the white space around it. */
  readonly span: TextSpan;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Words with times; empty where the engine gave none. */
  readonly words: readonly EditionWord[];
}

/**
 * The sentences of a segment as written, with the times of their words. A segment without word times is one
 * sentence, since nothing says when its parts are heard; one without written words has none.
 */
export function sentencesOf(segment: EditionSegment, language: string): readonly Sentence[] {
  const whole = trimmedSpan(segment.source, [0, segment.source.length]);
  if (whole[0] === whole[1]) return [];
  const words = segment.words.filter((word) => word.source[1] > word.source[0]);
  const spans = words.length === 0 ? [whole] : sentenceSpans(segment.source, language);
  return withTimes(segment, spans, words);
}

/** Where the sentences of a text stand, without the white space between them. */
export function sentenceSpans(text: string, language: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let from = 0;
  for (const to of sentenceEnds(text, language)) {
    if (to < text.length && endsInAbbreviation(text.slice(from, to))) continue;
    const span = trimmedSpan(text, [from, to]);
    if (span[1] > span[0]) spans.push(span);
    from = to;
  }
  return spans;
}

function sentenceEnds(text: string, language: string): number[] {
  if (!('Segmenter' in Intl)) return [text.length];
  const parts = segmenterFor(language).segment(text);
  return Array.from(parts, (part) => part.index + part.segment.length);
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}

function endsInAbbreviation(sentence: string): boolean {
  const last = /([\p{L}.]+)\.\s*$/u.exec(sentence)?.[1];
  return last !== undefined && (/^\p{Lu}$/u.test(last) || abbreviations.has(last.toLowerCase()));
}

function trimmedSpan(text: string, [from, to]: TextSpan): TextSpan {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  return [start, Math.max(start, from + part.trimEnd().length)];
}

function withTimes(
  segment: EditionSegment,
  spans: readonly TextSpan[],
  words: readonly EditionWord[],
): readonly Sentence[] {
  let start = segment.startSeconds;
  return spans.map((span, index) => {
    const isLast = index === spans.length - 1;
    const own = words.filter((word) => word.source[0] >= span[0] && word.source[0] < span[1]);
    const startSeconds = index === 0 ? segment.startSeconds : (own[0]?.startSeconds ?? start);
    const endSeconds = isLast ? segment.endSeconds : (own.at(-1)?.endSeconds ?? startSeconds);
    start = endSeconds;
    return { span, startSeconds, endSeconds, words: own };
  });
}
