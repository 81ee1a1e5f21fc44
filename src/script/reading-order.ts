import type { Block, Dropped, Issue, Script, ScriptStory, Segment } from '../edition.js';

/** One line of an issue as a reader meets it: what is said, or what is left out and why. */
export type LedgerLine =
  | { readonly state: 'spoken'; readonly story: ScriptStory; readonly segment: Segment }
  | { readonly state: 'dropped'; readonly dropped: Dropped };

/**
 * The whole issue in reading order: every segment of the script, and between them every block that is left out.
 * Relies on what `checkLedger` proves: the segments' sources are the spoken blocks, in order.
 */
export function inReadingOrder(issue: Issue, script: Script): readonly LedgerLine[] {
  const dropped = new Map(script.dropped.map((entry) => [entry.block, entry]));
  const spoken = script.stories.flatMap((story) => story.segments.map((segment) => ({ story, segment })));
  const lines: LedgerLine[] = [];
  let next = 0;
  for (const [index, block] of issue.blocks.entries()) {
    const entry = dropped.get(index);
    if (entry !== undefined) {
      lines.push({ state: 'dropped', dropped: entry });
      continue;
    }
    const end = endOfBlock(block, spoken, next);
    lines.push(...spoken.slice(next, end).map((line) => ({ state: 'spoken' as const, ...line })));
    next = end;
  }
  return [...lines, ...spoken.slice(next).map((line) => ({ state: 'spoken' as const, ...line }))];
}

/** Where the segments of a block end; what is announced before it comes along. */
function endOfBlock(block: Block, spoken: readonly { readonly segment: Segment }[], from: number): number {
  let missing = visibleLength(block.text);
  let end = from;
  while (missing > 0 && end < spoken.length) {
    missing -= visibleLength(spoken[end]?.segment.source ?? '');
    end += 1;
  }
  return end;
}

function visibleLength(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length;
}
