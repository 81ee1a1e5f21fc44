import { MAX_LINE_CHARACTERS } from './cues.js';

/** A cue's text on one line, or on two of about the same length; a cue is never longer than two lines. */
export function subtitleLines(text: string): readonly string[] {
  if (text.length <= MAX_LINE_CHARACTERS) return [text];
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  const middle = text.length / 2;
  const best = spaces
    .filter((at) => at <= MAX_LINE_CHARACTERS && text.length - at - 1 <= MAX_LINE_CHARACTERS)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (best !== undefined) return [text.slice(0, best), text.slice(best + 1)];
  return [text.slice(0, MAX_LINE_CHARACTERS), text.slice(MAX_LINE_CHARACTERS)];
}
