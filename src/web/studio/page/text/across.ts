import type { SpeechToken, TextSpan } from '../../../../edition.js';

/** Where the words stand in the source that are spoken in a stretch of the speech; `undefined` where none are. */
export function sourceOfSpeech(tokens: readonly SpeechToken[], [from, to]: TextSpan): TextSpan | undefined {
  let at = 0;
  const touched: TextSpan[] = [];
  for (const { source, speech } of tokens) {
    if (speech === '') continue;
    if (at <= to && from <= at + speech.length && source[1] > source[0]) touched.push(source);
    at += speech.length + 1;
  }
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? undefined : [first[0], last[1]];
}
