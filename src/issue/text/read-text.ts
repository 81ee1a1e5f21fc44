import type { Block } from '../../edition.js';
import type { Reading } from '../draft.js';

/** Reads plain text as pasted from a page: blocks are lines between blank lines. */
export function readText(text: string): Reading {
  const blocks: Block[] = [];
  text.split('\n').forEach((line, index) => {
    const bullet = /^(\s*)[•*·‣▪◦–-]\s+(.*)$/.exec(line);
    const value = (bullet?.[2] ?? line).replace(/\s+/g, ' ').trim();
    if (value === '') return;
    const position = { line: index + 1, column: 1 };
    if (bullet) blocks.push({ kind: 'bullet', text: value, position, level: 1 });
    else if (!/[.!?:,;…"”’)]$/.test(value) && value.split(' ').length <= 14)
      blocks.push({ kind: 'heading', text: value, position, level: 2 });
    else blocks.push({ kind: 'paragraph', text: value, position });
  });
  return { head: {}, blocks, notices: [] };
}
