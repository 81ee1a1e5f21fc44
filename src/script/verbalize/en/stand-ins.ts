import type { StandInWords } from '../language.js';

/** What English says of listings and tables, which cannot be heard. */
export const standInWords: StandInWords = {
  listing: 'There is a listing of code in the issue.',
  table: (rows, head) =>
    rows === 0
      ? 'There is a table in the issue.'
      : `There is a table of ${rows} ${rowName(head, rows)} in the issue.`,
};

/** What the rows are, by the first column's head: "Model" → "models"; "rows" where it is no plain word. */
function rowName(head: string, count: number): string {
  const name = head.trim().toLowerCase();
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
