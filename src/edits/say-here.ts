import type { Segment, SpeechToken, TextSpan } from '../edition.js';

/**
 * A segment's speech with other words for something that is written in it. Signs that stand beside the written
 * words and are spoken with them (a comma, a possessive) stay.
 *
 * @param places Where it is written, into the segment's source, in order and without overlap.
 */
export function sayHere(segment: Segment, places: readonly TextSpan[], spoken: string): string {
  const pieces: string[] = [];
  let done = new Set<SpeechToken>();
  for (const token of segment.tokens) {
    if (done.has(token)) continue;
    const place = places.find((span) => overlaps(token.source, span));
    if (place === undefined) {
      pieces.push(token.speech);
      continue;
    }
    const replaced = segment.tokens.filter(({ source }) => overlaps(source, place));
    done = new Set([...done, ...replaced]);
    pieces.push(withNeighbours(segment.source, replaced, place, spoken));
  }
  return pieces.filter((piece) => piece !== '').join(' ');
}

/** Every place of some written words in a text, as whole words. */
export function placesOf(written: string, text: string): readonly TextSpan[] {
  const places: TextSpan[] = [];
  for (let at = text.indexOf(written); written !== '' && at !== -1; at = text.indexOf(written, at + 1)) {
    const end = at + written.length;
    const isWhole =
      !(isWordSign(text[at - 1]) && isWordSign(text[at])) &&
      !(isWordSign(text[end]) && isWordSign(text[end - 1]));
    if (isWhole && at >= (places.at(-1)?.[1] ?? 0)) places.push([at, end]);
  }
  return places;
}

function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

function overlaps([from, to]: TextSpan, place: TextSpan): boolean {
  return from < place[1] && to > place[0];
}

function withNeighbours(
  source: string,
  replaced: readonly SpeechToken[],
  [from, to]: TextSpan,
  spoken: string,
): string {
  const first = replaced[0];
  const last = replaced.at(-1);
  const before = source.slice(first?.source[0] ?? from, from);
  const after = source.slice(to, Math.max(to, last?.source[1] ?? to));
  const said = replaced.filter(({ speech }) => speech !== '');
  return [
    said[0]?.speech.startsWith(before) ? before : '',
    spoken,
    said.at(-1)?.speech.endsWith(after) ? after : '',
  ].join('');
}
