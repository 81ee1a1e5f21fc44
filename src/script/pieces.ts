import type { Block, TextSpan } from '../edition.js';

/** A part of a block's text that becomes one segment; `isHeadline` for a bold first line above its text. */
export interface Piece {
  readonly text: string;
  readonly isHeadline: boolean;
  /** The last piece of its line; others are cut only because an engine takes no more at once. */
  readonly endsLine: boolean;
}

/**
 * Cuts a block at the line breaks that are to be heard, behind the title that it begins with (`titleEnd`), and further
 * where `fits` says that a piece is too long.
 */
export function piecesOf(block: Block, fits: (text: string) => boolean, titleEnd?: number): readonly Piece[] {
  const lines = titleEnd === undefined ? linesOf(block) : titledLines(block.text, titleEnd);
  return lines.flatMap((line, at) => {
    const parts = fits(line) ? [line] : cutToFit(line, fits);
    const isHeadline =
      at === 0 && lines.length > 1 && (titleEnd !== undefined || isStrong(block, [0, line.length]));
    return parts.map((text, part) => ({ text, isHeadline, endsLine: part === parts.length - 1 }));
  });
}

function linesOf(block: Block): readonly string[] {
  return block.kind === 'heading' ? [oneLine(block.text)] : heardLines(block.text);
}

function titledLines(text: string, titleEnd: number): readonly string[] {
  return [oneLine(text.slice(0, titleEnd)), ...heardLines(text.slice(titleEnd))];
}

/** A break is heard unless the sentence runs on in lower case on the next line. */
function heardLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split('\n').map(oneLine)) {
    if (line === '') continue;
    const above = lines.at(-1);
    if (above !== undefined && /^\p{Ll}/u.test(line) && !/[.!?:]$/.test(above))
      lines[lines.length - 1] = `${above} ${line}`;
    else lines.push(line);
  }
  return lines;
}

function isStrong(block: Block, [from, to]: TextSpan): boolean {
  return (block.emphasis ?? []).some(
    ({ kind, span }) => kind === 'strong' && span[0] <= from + 1 && span[1] >= to - 1,
  );
}

function cutToFit(text: string, fits: (text: string) => boolean): readonly string[] {
  return gather(
    sentences(text).flatMap((sentence) => (fits(sentence) ? [sentence] : cutSentence(sentence, fits))),
    fits,
  );
}

/** Joins neighbours again as long as they fit. */
function gather(parts: readonly string[], fits: (text: string) => boolean): readonly string[] {
  const gathered: string[] = [];
  for (const part of parts) {
    const last = gathered.at(-1);
    const joined = `${last ?? ''}${part}`;
    if (last !== undefined && fits(joined)) gathered[gathered.length - 1] = joined;
    else gathered.push(part);
  }
  return gathered.map((part) => part.trim()).filter((part) => part !== '');
}

function sentences(text: string): readonly string[] {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** A sentence that is too long itself is cut between words, a word that is too long anywhere. */
function cutSentence(sentence: string, fits: (text: string) => boolean): readonly string[] {
  const words = sentence.match(/\S+\s*/gu) ?? [sentence];
  if (words.length > 1)
    return words.flatMap((word) => (fits(word) ? [word] : cutSentence(word.trim(), fits)));
  const characters = Array.from(sentence);
  const middle = Math.ceil(characters.length / 2);
  const halves = [characters.slice(0, middle).join(''), characters.slice(middle).join('')];
  if (characters.length < 2) return [sentence];
  return halves.flatMap((half) => (fits(half) ? [half] : cutSentence(half, fits)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
