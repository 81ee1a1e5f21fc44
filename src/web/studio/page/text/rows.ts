import type { DroppedBlock, StoryItem, StudioSegment } from '../../api.js';

/** What stands in a story's list: a segment, a left-out block, or a run of segments that is folded. */
export type Row =
  | { readonly row: 'segment'; readonly segment: StudioSegment }
  | { readonly row: 'dropped'; readonly block: DroppedBlock }
  | { readonly row: 'run'; readonly segments: readonly StudioSegment[] };

/** Shorter runs are not worth folding. */
const LEAST_RUN = 2;

/**
 * A story's items as rows. With `onlyDiffering`, neighbours that are spoken as written, unchanged and without a
 * warning fold into runs; the segment at hand never does.
 */
export function rowsOf(
  items: readonly StoryItem[],
  options: { readonly onlyDiffering: boolean; readonly current: string | undefined },
): readonly Row[] {
  const rows: Row[] = [];
  let run: StudioSegment[] = [];
  const endRun = (): void => {
    if (run.length < LEAST_RUN) rows.push(...run.map((segment) => ({ row: 'segment', segment }) as const));
    else rows.push({ row: 'run', segments: run });
    run = [];
  };
  for (const item of items) {
    if (item.item === 'segment' && options.onlyDiffering && isReady(item) && item.id !== options.current) {
      run.push(item);
      continue;
    }
    endRun();
    if (item.item === 'segment') rows.push({ row: 'segment', segment: item });
    else if (item.text.trim() !== '') rows.push({ row: 'dropped', block: item });
  }
  endRun();
  return rows;
}

function isReady({ changed, differences, notices, spoken, afterAll, source }: StudioSegment): boolean {
  const isAsWritten = differences.length === 0 && source !== '' && afterAll === undefined;
  return spoken && !changed && isAsWritten && !notices.some(({ warning }) => warning);
}
