import type { Block } from '../edition.js';

/** The one sentence that says that something is there which can't be heard; undefined for what goes without saying. */
export function standIn(block: Block): string | undefined {
  if (block.kind === 'code') return 'There is a listing of code in the issue.';
  if (block.kind !== 'table') return undefined;
  const [head = '', ...rows] = block.text.split('\n');
  if (rows.length === 0) return 'There is a table in the issue.';
  return `There is a table of ${rows.length} ${rowName(head, rows.length)} in the issue.`;
}

/** What the rows are, by the first column's head: "Model" → "models"; "rows" where it is no plain word. */
function rowName(head: string, count: number): string {
  const name = (head.split(' | ')[0] ?? '').trim().toLowerCase();
  if (!/^\p{Ll}{3,20}$/u.test(name)) return count === 1 ? 'row' : 'rows';
  if (count === 1 || /s$/.test(name)) return name;
  return plural(name);
}

const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
  loaf: 'loaves',
  shelf: 'shelves',
  half: 'halves',
  life: 'lives',
  knife: 'knives',
  leaf: 'leaves',
};

function plural(noun: string): string {
  const irregular = IRREGULAR[noun];
  if (irregular) return irregular;
  if (/(?:x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
