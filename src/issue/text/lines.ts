import { visibleText } from '../html/inline-text.js';
import type { RawLine } from './raw-line.js';
import { tableAt } from './table-lines.js';

/** One line of a plain text, or several that an author's program wrapped, as it stood in the file. */
export interface TextLine {
  /** White space folded, without the sign of a bullet and without addresses in brackets. */
  readonly text: string;
  /** The same with the sign of the bullet. */
  readonly written: string;
  /** Addresses that stood in the line and interrupt what it says. */
  readonly addresses: readonly string[];
  /** From 1. */
  readonly line: number;
  /** Blank lines above. */
  readonly gap: number;
  readonly bullet?: { readonly level: number; readonly ordinal?: number };
  /** Underlined with `===` or the like: a title beyond doubt. */
  readonly isUnderlined?: boolean;
  /** A line of signs that separates parts. */
  readonly isRule?: boolean;
  /** The rows of a table, cells between bars; the text is all of them. */
  readonly rows?: readonly string[];
}

const RULE = /^\s*(?:[-=_*~•·#+—–]\s*){3,}$/;
const BULLET = /^(\s*)(?:[•‣▪▫◦●○■□►▸▶→➜➤✓✔∙·⁃*+–—-]|\p{Extended_Pictographic}\ufe0f?)[ \t\u00a0]+(?=\S)/u;
const ORDINAL = /^(\s*)(\d{1,2})[.)][ \t\u00a0]+(?=\S)/;

/** The lines of a plain text: bullets recognised, underlined titles marked, hard-wrapped lines joined again. */
export function textLines(text: string): readonly TextLine[] {
  const raw = withTables(rawLines(text));
  const joined = withHangingLines(isHardWrapped(raw) ? unwrapped(raw) : raw);
  return withUnderlines(joined)
    .map((line, at) => toLine(line, isLoneSign(joined, at, 1)))
    .filter((line) => line.text !== '' || line.isRule || line.addresses.length > 0);
}

function rawLines(text: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  let gap = 0;
  text.split('\n').forEach((written, index) => {
    const raw = written.replace(/^(?:>\s?)+/, '');
    if (visibleText(raw).trim() === '') gap++;
    else {
      lines.push({ raw, line: index + 1, gap });
      gap = 0;
    }
  });
  return lines;
}

/** Gathers the rows of a table in one line; one of two columns is a list, and its rows are bullets. */
function withTables(lines: readonly RawLine[]): readonly RawLine[] {
  const gathered: RawLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const table = startsBlock(line.raw) ? undefined : tableAt(lines, at);
    if (!table) gathered.push(line);
    else if (table.rows[0]?.length === 2)
      gathered.push(...table.rows.map((row, i) => asListItem(row, i, line)));
    else gathered.push({ ...line, raw: '', rows: table.rows.map((row) => row.join(' | ')) });
    at += (table?.count ?? 1) - 1;
  }
  return gathered;
}

function asListItem([name = '', value = '']: readonly string[], at: number, { line, gap }: RawLine): RawLine {
  const separator = /[:.?!]$/.test(name) || name === '' || value === '' ? ' ' : ': ';
  return { raw: `• ${name}${separator}${value}`, line: line + at, gap: at === 0 ? gap : 0 };
}

/** An indented line right below a bullet goes on with it, however short the line above was. */
function withHangingLines(lines: readonly RawLine[]): readonly RawLine[] {
  const joined: RawLine[] = [];
  let isInBullet = false;
  for (const line of lines) {
    const above = joined.at(-1);
    const starts = startsBlock(line.raw);
    const hangs: boolean = isInBullet && !starts && line.gap === 0 && /^(?: {2,}|\t)\S/.test(line.raw);
    if (above && hangs)
      joined[joined.length - 1] = { ...above, raw: `${above.raw.trimEnd()} ${line.raw.trim()}` };
    else joined.push(line);
    isInBullet = hangs || (starts && !RULE.test(line.raw));
  }
  return joined;
}

/** Programs wrap mails at 60 to 80 characters: then most lines that another follows at once are about that long. */
function isHardWrapped(lines: readonly RawLine[]): boolean {
  const followed = lines.filter(
    (_, at) => lines[at + 1]?.gap === 0 && !startsBlock(lines[at + 1]?.raw ?? ''),
  );
  const lengths = followed.map((line) => line.raw.trimEnd().length);
  const wrapped = lengths.filter((length) => length >= 45 && length <= 100).length;
  if (followed.length < 4 || wrapped / followed.length <= 0.5 || Math.max(...sample(lengths)) > 140)
    return false;
  const width = wrapWidth(lines);
  const full = lines.filter((line, at) => isFull(line, lines[at + 1], width)).length;
  return full / followed.length > MOST_LINES_FULL;
}

/** The rest end paragraphs; where paragraphs happen to be as long as lines, few are as long as all the others. */
const MOST_LINES_FULL = 0.4;

/** The next line's first word had no room any more. */
function isFull(line: RawLine, next: RawLine | undefined, width: number): boolean {
  if (next?.gap !== 0 || startsBlock(next.raw)) return false;
  return line.raw.trimEnd().length + 1 + firstWordOf(next).length > width;
}

function firstWordOf(line: RawLine): string {
  return line.raw.trim().split(/\s/, 1)[0] ?? '';
}

/** `Math.max` takes a bounded number of arguments. */
function sample(numbers: readonly number[]): readonly number[] {
  return numbers.slice(0, 5000);
}

/** Signs that begin bullets, but a sentence's second half, a name or a headline as well. */
const AMBIGUOUS_SIGN = /^\s*([—–-]|\p{Extended_Pictographic}\ufe0f?)[ \t\u00a0]+(?=\S)/u;
/** Where lines are wrapped, the next bullet begins some lines below. */
const NEAR_WRAPPED_LINES = 4;

/** "— Marta": whether a dash or emoji begins no bullet, because no line near it begins so or because a name follows. */
function isLoneSign(lines: readonly RawLine[], at: number, nearLines: number): boolean {
  const raw = lines[at]?.raw ?? '';
  const sign = AMBIGUOUS_SIGN.exec(raw)?.[1];
  if (sign === undefined) return false;
  const near = lines.slice(Math.max(0, at - nearLines), at + nearLines + 1);
  const signs = near.filter((line) => hasSameSign(line.raw, sign)).length;
  if (signs > 1) return false;
  return sign !== '-' || /^\s*- \p{Lu}[\p{L}.’'-]*(?: (?:and |& )?\p{Lu}[\p{L}.’'-]*){0,3}\s*$/u.test(raw);
}

function hasSameSign(raw: string, sign: string): boolean {
  const own = AMBIGUOUS_SIGN.exec(raw)?.[1];
  return own !== undefined && (own === sign || !/[—–-]/.test(own + sign));
}

function startsBlock(raw: string): boolean {
  return raw === '' || BULLET.test(raw) || ORDINAL.test(raw) || RULE.test(raw);
}

/** Joins a line to the one above unless that one is too short to have been wrapped or this one starts something. */
function unwrapped(lines: readonly RawLine[]): readonly RawLine[] {
  const width = wrapWidth(lines);
  const joined: RawLine[] = [];
  let lastLength = 0;
  for (const [at, line] of lines.entries()) {
    const above = joined.at(-1);
    const wasWrapped = lastLength + 1 + firstWordOf(line).length > width;
    const isUnderlined = RULE.test(lines[at + 1]?.raw ?? '') && lines[at + 1]?.gap === 0;
    if (
      above &&
      line.gap === 0 &&
      wasWrapped &&
      (!startsBlock(line.raw) || (/^\s*[—–]/.test(line.raw) && isLoneSign(lines, at, NEAR_WRAPPED_LINES))) &&
      !RULE.test(above.raw) &&
      !isUnderlined
    )
      joined[joined.length - 1] = { ...above, raw: `${above.raw.trimEnd()} ${line.raw.trim()}` };
    else joined.push(line);
    lastLength = line.raw.trimEnd().length;
  }
  return joined;
}

/** The width that lines were wrapped at: nearly all followed lines are no longer; addresses are never wrapped. */
function wrapWidth(lines: readonly RawLine[]): number {
  const lengths = lines
    .filter((line, at) => lines[at + 1]?.gap === 0 && !/:\/\//.test(line.raw))
    .map((line) => line.raw.trimEnd().length)
    .sort((a, b) => a - b);
  return Math.max(40, (lengths[Math.floor(lengths.length * 0.9)] ?? 72) - 4);
}

interface MarkedLine extends RawLine {
  readonly isUnderlined?: boolean;
}

/** A rule right below a short line makes that line a title; the rule itself stays, to be accounted for. */
function withUnderlines(lines: readonly RawLine[]): readonly MarkedLine[] {
  return lines.map((line, at) => {
    const below = lines[at + 1];
    const isTitle =
      below &&
      below.gap === 0 &&
      RULE.test(below.raw) &&
      !startsBlock(line.raw) &&
      line.raw.trim().length <= 120;
    return isTitle ? { ...line, isUnderlined: true } : line;
  });
}

function toLine({ raw, line, gap, isUnderlined, rows }: MarkedLine, isLone: boolean): TextLine {
  if (rows) return { line, gap, rows, text: rows.join('\n'), written: rows.join('\n'), addresses: [] };
  const addresses = /:\/\/|mailto:/.test(raw)
    ? [...raw.matchAll(INTERRUPTING_ADDRESS)].map((match) => match[0].trim())
    : [];
  const clean =
    addresses.length === 0 ? raw : raw.replace(INTERRUPTING_ADDRESS, '').replace(/ +(?=[.,;:!?])/g, '');
  const sign = isLone || RULE.test(clean) ? null : (BULLET.exec(clean) ?? ORDINAL.exec(clean));
  const written = folded(clean);
  return {
    line,
    gap,
    text: sign ? folded(clean.slice(sign[0].length)) : written,
    written,
    addresses,
    ...(isUnderlined ? { isUnderlined } : {}),
    ...(RULE.test(clean) ? { isRule: true } : {}),
    ...(sign
      ? { bullet: { level: levelOf(sign[1]), ...(sign[2] ? { ordinal: Number(sign[2]) } : {}) } }
      : {}),
  };
}

/** Text parts of mails carry the addresses of links in brackets behind the words, or bare and endless. */
const INTERRUPTING_ADDRESS =
  /\s?[(<[]\s?(?:https?:\/\/|mailto:)[^\s)>\]]+\s?[)>\]]|\s(?:https?:\/\/)\S{60,}/g;

/** Lists are indented by two to four; what stands further in is a list in a list. */
function levelOf(indent = ''): number {
  return 1 + Math.floor(Math.max(0, indent.replace(/\t/g, '    ').length - 2) / 3);
}

function folded(text: string): string {
  return visibleText(text).trim();
}
