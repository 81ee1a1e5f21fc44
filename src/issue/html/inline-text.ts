import type { Emphasis, EmphasisKind, Link, TextSpan } from '../../edition.js';

interface OpenSpan {
  readonly kind: EmphasisKind | 'link' | 'say';
  /** A link's address, or what is to be said instead of the words. */
  readonly value: string;
  from: number;
}

/** A finished run of text with what was marked in it. */
export interface InlineRun {
  readonly text: string;
  readonly links: readonly Link[];
  readonly emphasis: readonly Emphasis[];
  /** The whole text with the publisher's own words where he ordered some, if he did. */
  readonly say?: string;
}

/** Characters without width that e-mail programs and editors leave behind; U+200D joins emoji and stays. */
const INVISIBLE = /\u00ad|\u034f|[\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;
const WHITE_SPACE = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;

/** What the three above change; most texts hold nothing of it. */
const UNTIDY = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac\u2190-\u2bff]| {2}/;

/** Removes characters that nobody sees and folds white space to single spaces. */
export function visibleText(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(CONTROL, '').replace(WHITE_SPACE, ' ');
}

/**
 * Collects the text of one block piece by piece: white space folded, links and emphasis as spans. The pieces are only
 * joined at the end: asking a growing string for its last character takes quadratic time.
 */
export class InlineText {
  private readonly pieces: string[] = [];
  private length = 0;
  private last = '';
  private hasText = false;
  private readonly open: OpenSpan[] = [];
  private readonly closed: OpenSpan[] = [];
  private readonly ends: number[] = [];

  get isEmpty(): boolean {
    return !this.hasText;
  }

  append(raw: string): void {
    const piece = visibleText(raw);
    this.add(this.last === '' || this.last === ' ' || this.last === '\n' ? piece.trimStart() : piece);
    if (/\S/.test(piece)) this.hasText = true;
  }

  /** Breaks the line; answers true where a line was broken already, that is, where the author left a gap. */
  breakLine(): boolean {
    if (this.last === ' ') this.dropLast();
    if (this.last === '' || this.last === '\n') return true;
    this.add('\n');
    return false;
  }

  private add(piece: string): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.length += piece.length;
    this.last = piece.at(-1) ?? '';
  }

  /** Takes the space at the end away; what stands before it is never a space. */
  private dropLast(): void {
    const piece = this.pieces.pop()?.slice(0, -1) ?? '';
    this.length--;
    if (piece !== '') this.pieces.push(piece);
    this.last = (piece === '' ? this.pieces.at(-1) : piece)?.at(-1) ?? '';
  }

  begin(kind: OpenSpan['kind'], value = ''): void {
    this.open.push({ kind, from: this.length, value });
  }

  end(): void {
    const span = this.open.pop();
    if (span) this.close(span);
  }

  /** Returns what was collected and starts anew; spans that are open go on in the next run. */
  take(): InlineRun {
    for (const span of this.open) this.close({ ...span });
    const text = this.pieces.join('').trimEnd();
    const links: Link[] = [];
    const emphasis: Emphasis[] = [];
    const says: Say[] = [];
    this.closed.forEach((span, i) => {
      const bounds = trimmed(text, span.from, this.ends[i] ?? 0);
      if (!bounds) return;
      if (span.kind === 'link') links.push({ span: bounds, href: span.value });
      else if (span.kind === 'say') says.push({ span: bounds, say: span.value });
      else emphasis.push({ span: bounds, kind: span.kind });
    });
    this.reset();
    return { text, links, emphasis, ...(says.length > 0 ? { say: withSays(text, says) } : {}) };
  }

  private close(span: OpenSpan): void {
    this.closed.push(span);
    this.ends.push(this.length);
  }

  private reset(): void {
    this.pieces.length = 0;
    this.length = 0;
    this.last = '';
    this.hasText = false;
    this.closed.length = 0;
    this.ends.length = 0;
    for (const span of this.open) span.from = 0;
  }
}

interface Say {
  readonly span: TextSpan;
  readonly say: string;
}

function withSays(text: string, says: readonly Say[]): string {
  let said = '';
  let at = 0;
  for (const { span, say } of [...says].sort((a, b) => a.span[0] - b.span[0])) {
    if (span[0] < at) continue;
    said += text.slice(at, span[0]) + say;
    at = span[1];
  }
  return said + text.slice(at);
}

function trimmed(text: string, from: number, to: number): TextSpan | undefined {
  let start = from;
  let end = Math.min(to, text.length);
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? [start, end] : undefined;
}
