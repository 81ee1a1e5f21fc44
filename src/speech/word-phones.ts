import type { Segment, TextSpan } from '../edition.js';
import type { WordPhones } from './engine.js';

/** Where in a segment's speech words stand whose phones are known. */
export function wordPhones({ tokens }: Segment): readonly WordPhones[] {
  const found: WordPhones[] = [];
  let at = 0;
  for (const { speech, phones } of tokens) {
    if (speech === '') continue;
    if (phones !== undefined) found.push({ ...phones, span: wordIn(speech, at) });
    at += speech.length + 1;
  }
  return found;
}

/** The word without the marks that the token has around it. */
function wordIn(speech: string, at: number): TextSpan {
  const word = /[\p{L}\p{M}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/u.exec(speech);
  const from = at + (word?.index ?? 0);
  return [from, from + (word?.[0] ?? speech).length];
}

/** The phones of a part of the text, counted from the part's beginning. */
export function phonesWithin(phones: readonly WordPhones[], [from, to]: TextSpan): readonly WordPhones[] {
  return phones
    .filter(({ span }) => span[0] >= from && span[1] <= to)
    .map((one) => ({ ...one, span: [one.span[0] - from, one.span[1] - from] }));
}
