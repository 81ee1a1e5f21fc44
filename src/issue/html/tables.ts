import { type Element, isTag } from 'domhandler';
import type { Block } from '../../edition.js';
import { BLOCK_ELEMENTS } from './elements.js';
import { elementsBelow, textBelow } from './tree.js';

type TableBlock = Omit<Block, 'position'>;

/** A table that holds data, and the blocks it becomes. */
export interface DataTable {
  readonly blocks: readonly TableBlock[];
}

/** Cells longer than this on average hold prose, not data. */
const LONGEST_MEAN_CELL_CHARACTERS = 60;
const TABLE_PARTS: ReadonlySet<string> = new Set([
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'colgroup',
  'col',
]);

/** Reads a data table; undefined for a table that only lays out the page, whose cells are blocks like any other. */
export function tableOf(table: Element): DataTable | undefined {
  if (/^(?:presentation|none)$/.test(table.attribs['role'] ?? '')) return undefined;
  const elements = [...elementsBelow(table)];
  if (elements.some(laysOut)) return undefined;
  const rows = elements
    .filter((element) => element.name === 'tr')
    .map(cellsOf)
    .filter((row) => row.some((cell) => cell !== ''));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || columns < 2) return undefined;
  const cells = rows.flat();
  if (cells.join('').length / cells.length > LONGEST_MEAN_CELL_CHARACTERS) return undefined;
  const hasHead = elements.some((element) => element.name === 'th');
  if (columns === 2 && !hasHead) return { blocks: rows.map(asListItem) };
  return {
    blocks: [{ kind: 'table', text: rows.map((row) => row.join(' | ')).join('\n'), excluded: DATA_TABLE }],
  };
}

/** Why a table of data is left out. */
export const DATA_TABLE = {
  rule: 'data-table',
  reason: 'A table is to be read, not heard; one sentence says that it is there.',
};

function laysOut(element: Element): boolean {
  if (TABLE_PARTS.has(element.name)) return false;
  return (
    element.name === 'img' ||
    element.name === 'table' ||
    (BLOCK_ELEMENTS.has(element.name) && element.name !== 'p' && element.name !== 'div')
  );
}

function cellsOf(row: Element): readonly string[] {
  return row.children
    .filter((cell): cell is Element => isTag(cell) && /^t[dh]$/.test(cell.name))
    .map(textBelow);
}

function asListItem(row: readonly string[]): TableBlock {
  const [name = '', ...rest] = row;
  const separator = /[:.?!]$/.test(name) ? ' ' : ': ';
  return {
    kind: 'bullet',
    text: [name, rest.join(' ')].filter((part) => part !== '').join(separator),
    level: 1,
  };
}
