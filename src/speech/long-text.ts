import type { TextSpan } from '../edition.js';

/**
 * Cuts a text into pieces that an engine takes in one request: between sentences where that is possible,
 * else between words.
 *
 * @returns Half-open ranges that leave out the white space between the pieces.
 */
export function splitForEngine(text: string, charactersPerRequest: number): readonly TextSpan[] {
  const pieces: TextSpan[] = [];
  let from = 0;
  while (text.length - from > charactersPerRequest) {
    const to = from + bestCut(text.slice(from, from + charactersPerRequest));
    pieces.push([from, to]);
    from = to + (text.slice(to).match(/^\s*/)?.[0].length ?? 0);
  }
  if (from < text.length) pieces.push([from, text.length]);
  return pieces;
}

function bestCut(window: string): number {
  const afterSentence = window.match(/^.*[.!?…]["'”’)\]]*(?=\s)/su)?.[0].length;
  const afterWord = window.match(/^.*\S(?=\s)/su)?.[0].length;
  return afterSentence ?? afterWord ?? window.length;
}
