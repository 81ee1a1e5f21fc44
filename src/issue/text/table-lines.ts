import type { RawLine } from './raw-line.js';

/** Longer cells on average hold prose that happens to have signs or gaps in it. */
const LONGEST_MEAN_CELL_CHARACTERS = 40;
/** Fewer rows are chance; blanks alone are weak signs, so a table made of them needs more. */
const FEWEST_ROWS = 2;
const FEWEST_ROWS_OF_BLANKS = 3;

/** The line between a table's head and its body: `---+---`, `|:--|--:|`. */
const RULE_ROW = /^[\s|+:=-]*[|+][\s|+:=-]*$/;

/** Lines that are rows of one table, `count` of them; its cells without the lines that only draw it. */
export interface TableLines {
  readonly count: number;
  readonly rows: readonly (readonly string[])[];
}

/** The table that begins at a line, as pages and mails paste it: cells between tabs, bars or wide blanks. */
export function tableAt(lines: readonly RawLine[], at: number): TableLines | undefined {
  const separator = separatorOf(lines[at]?.raw ?? '');
  if (!separator) return undefined;
  const rows: (readonly string[])[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || (end > at && line.gap > (lines[at + 1]?.gap ?? 0))) break;
    if (RULE_ROW.test(line.raw)) continue;
    const cells = cellsOf(line.raw, separator);
    if (cells.length < 2 || cells.length !== (rows[0]?.length ?? cells.length)) break;
    rows.push(cells);
  }
  const fewest = separator === BLANKS ? FEWEST_ROWS_OF_BLANKS : FEWEST_ROWS;
  const cells = rows.flat();
  if (rows.length < fewest || cells.join('').length > cells.length * LONGEST_MEAN_CELL_CHARACTERS)
    return undefined;
  return { count: end - at, rows };
}

const TABS = /\t+/;
const BARS = /\s*\|\s*/;
const BLANKS = / {3,}/;

function separatorOf(raw: string): RegExp | undefined {
  const line = raw.trim();
  if (/\S\t+\S/.test(line)) return TABS;
  if (/^\|.*\|$|\S \| \S.* \| \S/.test(line)) return BARS;
  return /\S {3,}\S/.test(line) ? BLANKS : undefined;
}

function cellsOf(raw: string, separator: RegExp): readonly string[] {
  return raw
    .trim()
    .replace(/^\||\|$/g, '')
    .trim()
    .split(separator)
    .map((cell) => cell.trim());
}
