import { html, type TemplateResult } from 'lit';
import { Info, TriangleAlert } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { PlacedNotice, Remedy, StudioSegment } from '../../api.js';
import { segmentsIn } from '../model/desk.js';
import type { Studio } from '../model/studio.js';
import { tapView } from './controls.js';

/** A notice at its place, with what can be done about it. */
export function noticeView(studio: Studio, notice: PlacedNotice, segment?: StudioSegment): TemplateResult {
  return html`<span class=${notice.warning ? 'caution' : 'quiet'}>${icon(notice.warning ? TriangleAlert : Info)}</span>
    <span class="finding-text">${notice.warning ? html`<span class="hidden">Warning: </span>` : ''}${notice.message}</span>
    <span class="cluster">${notice.remedies.map((remedy) => remedyView(studio, remedy, segment))}</span>`;
}

const NAMES: Readonly<Record<Remedy, string>> = {
  'new-take': 'New take',
  'choose-take': 'Compare takes',
  speech: 'Change the text',
  say: 'Say it like this',
  publish: 'Review and publish',
  undo: 'Undo',
};

function remedyView(studio: Studio, remedy: Remedy, segment: StudioSegment | undefined): TemplateResult {
  return tapView({ label: NAMES[remedy], act: () => apply(studio, remedy, segment) });
}

function apply(studio: Studio, remedy: Remedy, segment: StudioSegment | undefined): void {
  const { comparison, desk, orders, publishing, saying } = studio;
  if (remedy === 'publish') return void publishing.review();
  if (remedy === 'undo') return void orders.undo();
  const at = segment ?? (desk.story && segmentsIn(desk.story)[0]);
  if (at === undefined) return;
  desk.goToSegment(at.id);
  if (remedy === 'new-take') void comparison.make(at);
  if (remedy === 'choose-take') comparison.hear(0);
  if (remedy === 'speech') desk.edit(at.id);
  if (remedy === 'say') saying.open();
}
