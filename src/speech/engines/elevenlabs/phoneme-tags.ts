import type { WordPhones } from '../../engine.js';

/** A text with tags around words, and where the characters of the plain text stand in it. */
export interface TaggedText {
  readonly text: string;
  /** Offset into the plain text → offset into the tagged one. */
  readonly place: (offset: number) => number;
}

/**
 * Writes `<phoneme alphabet="cmu-arpabet" ph="M AE1 D">mad</phoneme>` around words whose phones are known; the CMU
 * alphabet where there is a choice, as the service's documentation advises.
 */
export function withPhonemeTags(text: string, phones: readonly WordPhones[] = []): TaggedText {
  const inserted: { readonly at: number; readonly length: number }[] = [];
  let tagged = '';
  let done = 0;
  for (const { span, ipa, cmu } of phones) {
    const open = `<phoneme alphabet="${cmu === undefined ? 'ipa' : 'cmu-arpabet'}" ph="${escaped(cmu ?? ipa ?? '')}">`;
    tagged += `${text.slice(done, span[0])}${open}${text.slice(...span)}${CLOSE}`;
    inserted.push({ at: span[0], length: open.length }, { at: span[1], length: CLOSE.length });
    done = span[1];
  }
  const place = (offset: number) =>
    inserted.reduce((sum, { at, length }) => (at <= offset ? sum + length : sum), offset);
  return { text: tagged + text.slice(done), place };
}

const CLOSE = '</phoneme>';

function escaped(phones: string): string {
  return phones.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
