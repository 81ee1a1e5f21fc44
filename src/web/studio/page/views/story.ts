import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StudioEdition, StudioSegment, StudioStory } from '../../api.js';
import { segmentsIn } from '../model/desk.js';
import type { Studio } from '../model/studio.js';
import { type Row, rowsOf } from '../text/rows.js';
import { droppedView, leftOutView, runView } from './folds.js';
import { noticeView } from './notices.js';
import { segmentView } from './segment.js';
import { storyHeadView } from './story-head.js';

/** One story: its head, then its segments and what is left out, in reading order. */
export function storyView(studio: Studio): TemplateResult {
  const { edition, story } = studio.desk;
  if (edition === undefined) return html`<p class="waiting">Opening …</p>`;
  if (story === undefined) return html`<p class="waiting">Nothing of this edition is spoken.</p>`;
  const numbers = new Map(segmentsIn(story).map(({ id }, index) => [id, index + 1]));
  const rows = rowsOf(story.items, {
    onlyDiffering: studio.desk.onlyDiffering,
    current: studio.desk.segmentId,
  });
  const current = rows.findIndex((row) => row.row === 'segment' && row.segment.id === studio.desk.segmentId);
  const drawn = rows.slice(0, studio.desk.rowsToDraw(rows, current));
  return html`${storyHeadView(studio, edition, story)}
    ${story.notices.map((notice) => html`<div class="story-notice">${noticeView(studio, notice)}</div>`)}
    <div class="rows">
      ${repeat(drawn, keyOf, (row) => rowView(studio, edition, story, row, numbers))}
    </div>
    ${rows.length === 0 ? html`<p class="waiting">This story has no text.</p>` : nothing}`;
}

function keyOf(row: Row): string {
  if (row.row === 'segment') return row.segment.id;
  return row.row === 'dropped' ? `dropped ${row.block.block}` : `run ${row.segments[0]?.id}`;
}

function rowView(
  studio: Studio,
  edition: StudioEdition,
  story: StudioStory,
  row: Row,
  numbers: ReadonlyMap<string, number>,
): unknown {
  if (row.row === 'dropped') return droppedView(studio, edition, row.block);
  if (row.row === 'run') return runView(studio, story, row.segments, numbers);
  const { segment } = row;
  const number = numbers.get(segment.id) ?? 0;
  const draw = (): TemplateResult =>
    (segment.spoken ? segmentView : leftOutView)(studio, edition, segment, number);
  // What the editor does stands at the segment at hand; of the others only these things change.
  return segment.id === studio.desk.segmentId ? draw() : guard(shownOf(studio, segment, number), draw);
}

function shownOf({ desk, hearing }: Studio, segment: StudioSegment, number: number): unknown[] {
  const { id, take } = segment;
  return [
    ...[segment, number, take && desk.peaks.get(take.key), desk.editing === id],
    ...[hearing.stateOf(`segment:${id}`), hearing.stateOf(`join:${id}`)],
  ];
}
