import type { Block } from '../edition.js';
import type { StandInWords } from './verbalize/index.js';

/**
 * The one sentence that says that something is there which can't be heard; undefined for what goes without saying, and
 * in a language that has no words for it: a sentence in another one would only puzzle.
 */
export function standIn(block: Block, words: StandInWords | undefined): string | undefined {
  if (block.kind === 'code') return words?.listing;
  if (block.kind !== 'table') return undefined;
  const [head = '', ...rows] = block.text.split('\n');
  return words?.table(rows.length, head.split(' | ')[0] ?? '');
}
