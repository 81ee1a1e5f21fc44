import { diffArrays } from 'diff';
import type { Segment, SpeechToken, TextSpan } from '../edition.js';

/**
 * Gives a segment other words to be spoken, as an editor typed them. Words that stay keep knowing where they
 * were written; what is new belongs to the written words that it replaces, so that the text can still follow
 * the voice.
 */
export function respeak(segment: Segment, speech: string): Segment {
  const words = speech.split(/\s+/).filter((word) => word !== '');
  const tokens = alignWords(spokenWords(segment.tokens), words, segment.source.length);
  return { ...segment, speech: words.join(' '), tokens };
}

interface SpokenWord {
  readonly word: string;
  readonly source: TextSpan;
}

/** Every spoken word with the span of its token; what is said as nothing stays with the word before it. */
function spokenWords(tokens: readonly SpeechToken[]): readonly SpokenWord[] {
  return tokens.flatMap(({ source, speech }) =>
    speech
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ word, source })),
  );
}

function alignWords(
  before: readonly SpokenWord[],
  after: readonly string[],
  sourceLength: number,
): SpeechToken[] {
  const pieces: { readonly words: string[]; span: TextSpan | undefined }[] = [];
  let at = 0;
  for (const { value, added, removed } of diffArrays(
    before.map(({ word }) => word),
    [...after],
  )) {
    if (added) {
      const last = pieces.at(-1);
      if (last !== undefined && last.words.length === 0) last.words.push(...value);
      else pieces.push({ words: [...value], span: undefined });
      continue;
    }
    const spans = before.slice(at, at + value.length).map(({ source }) => source);
    at += value.length;
    if (removed) pieces.push({ words: [], span: cover(spans) });
    else pieces.push(...value.map((word, index) => ({ words: [word], span: spans[index] })));
  }
  return mergeIntoTokens(pieces, sourceLength);
}

function cover(spans: readonly TextSpan[]): TextSpan | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first === undefined || last === undefined ? undefined : [first[0], last[1]];
}

/** Spans must not overlap: pieces of one token become one again, and pieces without a span join the last. */
function mergeIntoTokens(
  pieces: readonly { readonly words: readonly string[]; readonly span: TextSpan | undefined }[],
  sourceLength: number,
): SpeechToken[] {
  const tokens: { from: number; to: number; words: string[] }[] = [];
  for (const { words, span } of pieces) {
    const last = tokens.at(-1);
    if (last !== undefined && (span === undefined || span[0] < last.to)) {
      last.words.push(...words);
      last.to = Math.max(last.to, span?.[1] ?? 0);
    } else {
      const [from, to] = span ?? [0, 0];
      tokens.push({ from, to, words: [...words] });
    }
  }
  if (tokens.length === 0) return [{ source: [0, sourceLength], speech: '' }];
  return tokens.map(({ from, to, words }) => ({ source: [from, to], speech: words.join(' ') }));
}
