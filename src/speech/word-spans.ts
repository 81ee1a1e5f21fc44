import type { TextSpan } from '../edition.js';

/** The words of a text as half-open ranges: what stands between white space and has a letter or a digit. */
export function wordSpans(text: string): readonly TextSpan[] {
  return [...text.matchAll(/\S+/gu)]
    .filter(([word]) => /[\p{L}\p{N}]/u.test(word))
    .map(({ index, 0: word }) => [index, index + word.length] as const);
}
