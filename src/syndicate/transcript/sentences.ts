import type { TextSpan } from '../../edition.js';
import { ABBREVIATIONS } from './abbreviations.js';

/** Finds where a text's sentences stand, without the white space between them. */
export type SentenceFinder = (text: string) => readonly TextSpan[];

/** @param language BCP 47; decides where sentences end. */
export function sentenceFinder(language: string): SentenceFinder {
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'sentence' });
  return (text) => {
    const spans: TextSpan[] = [];
    let from = 0;
    for (const { segment, index } of segmenter.segment(text)) {
      const to = index + segment.length;
      if (to < text.length && endsInAbbreviation(text.slice(from, to))) continue;
      spans.push(trimmed(text, from, to));
      from = to;
    }
    return spans.filter(([start, end]) => end > start);
  };
}

/** Also a single capital, as in `J. Okafor`. */
function endsInAbbreviation(text: string): boolean {
  const last = /([\p{L}.]+)\.\s*$/u.exec(text)?.[1];
  return last !== undefined && (/^\p{Lu}$/u.test(last) || ABBREVIATIONS.has(last.toLowerCase()));
}

function trimmed(text: string, from: number, to: number): TextSpan {
  const part = text.slice(from, to);
  return [from + part.length - part.trimStart().length, from + part.trimEnd().length];
}

function knownLanguage(language: string): string {
  return Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'en';
}
