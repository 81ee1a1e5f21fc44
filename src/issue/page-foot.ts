import type { Block } from '../edition.js';

/** The rules that only the foot of a mail or page is found by. */
const FOOT_RULES: ReadonlySet<string> = new Set([
  'unsubscribe-line',
  'legal-line',
  'sent-with-line',
  'page-footer',
  'postal-address',
  'unsubscribe-box',
]);

/** Foot lines are short; a paragraph of the issue in between shows that the foot has not begun. */
const LONGEST_FOOT_LINE_WORDS = 25;

/**
 * What stands below the first line of the foot belongs to it: addresses, names of networks, a slogan. Only where no
 * whole paragraph follows any more.
 */
export function withPageFoot(blocks: readonly Block[]): readonly Block[] {
  const start = footStart(blocks);
  if (start < 0) return blocks;
  return blocks.map((block, index) =>
    index > start && !block.excluded && block.text !== ''
      ? { ...block, kind: 'footer', excluded: BELOW }
      : block,
  );
}

const BELOW = { rule: 'below-foot', reason: 'It stands in the foot of the page or mail.' };

function footStart(blocks: readonly Block[]): number {
  let start = -1;
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    if (!block) continue;
    if (!block.excluded && block.text.split(/\s+/).length > LONGEST_FOOT_LINE_WORDS) break;
    if (!block.excluded && block.kind === 'heading') break;
    if (block.excluded && FOOT_RULES.has(block.excluded.rule)) start = index;
  }
  return start;
}
