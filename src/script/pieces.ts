import type { Block, TextSpan } from '../edition.js';

/** A part of a block's text that becomes one segment; `isHeadline` for a bold first line above its text. */
export interface Piece {
  readonly text: string;
  readonly isHeadline: boolean;
  /** The last piece of its line; others are cut only because an engine takes no more at once. */
  readonly endsLine: boolean;
}

/** How long a text becomes when it is spoken, and how long it may become. */
export interface Measure {
  readonly lengthOf: (text: string) => number;
  readonly max: number;
  /** BCP 47 tag of the text. */
  readonly language: string;
}

/**
 * Cuts a block at the line breaks that are to be heard, behind the title that it begins with (`titleEnd`), and further
 * where the speech of a piece becomes too long.
 */
export function piecesOf(block: Block, measure: Measure, titleEnd?: number): readonly Piece[] {
  const lines = titleEnd === undefined ? linesOf(block) : titledLines(block.text, titleEnd);
  return lines.flatMap((line, at) => {
    const parts = fits(line, measure) ? [line] : cutToFit(line, measure);
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

/** Hardly any text becomes shorter when it is spoken; one of this many times the limit need not be measured. */
const CERTAINLY_TOO_LONG = 4;

function fits(text: string, { lengthOf, max }: Measure): boolean {
  return text.length <= max * CERTAINLY_TOO_LONG && lengthOf(text) <= max;
}

function cutToFit(text: string, measure: Measure): readonly string[] {
  const parts = sentences(text, measure.language).flatMap((sentence) =>
    fits(sentence, measure) ? [sentence] : halves(sentence, measure),
  );
  return gather(parts, measure);
}

/** Joins neighbours again as long as they fit together. */
function gather(parts: readonly string[], { lengthOf, max }: Measure): readonly string[] {
  const gathered: string[] = [];
  let length = max;
  for (const part of parts) {
    const own = lengthOf(part) + 1;
    if (length + own <= max) gathered[gathered.length - 1] += part;
    else gathered.push(part);
    length = length + own <= max ? length + own : own;
  }
  return gathered.map((part) => part.trim()).filter((part) => part !== '');
}

function sentences(text: string, language: string): readonly string[] {
  const known = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'en';
  return [...new Intl.Segmenter(known, { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
}

/** A sentence that is too long itself is halved between words, a word that is too long anywhere, until all fits. */
function halves(sentence: string, measure: Measure): readonly string[] {
  const done: string[] = [];
  const todo = [sentence];
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    const middle = middleOf(part);
    if (middle <= 0 || fits(part, measure)) done.push(part);
    else todo.push(part.slice(middle), part.slice(0, middle));
  }
  return done;
}

/** Behind the last space before the middle, else in the middle, but never inside a character of two code units. */
function middleOf(text: string): number {
  const middle = text.length >> 1;
  const space = text.lastIndexOf(' ', middle - 1);
  if (space > 0) return space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(middle)) ? middle - 1 : middle;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
