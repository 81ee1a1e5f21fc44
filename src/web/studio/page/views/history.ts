import { html, nothing, type TemplateResult } from 'lit';
import { Redo2, Undo2 } from 'lucide';
import type { DraftStep, StudioEdition } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { momentText } from '../text/amounts.js';
import { tapView } from './controls.js';

/** What was changed and is not published, the newest first; then what was published. */
export function historyView(studio: Studio): TemplateResult | typeof nothing {
  const { edition } = studio.desk;
  if (edition === undefined) return nothing;
  const { steps, undone } = edition.draft;
  return html`<section class="group" aria-labelledby="history">
    <div class="group-head">
      <h2 class="label" id="history">History</h2>
      ${undone.length === 0 ? html`<kbd>U</kbd>` : tapView({ label: 'Do it again', node: Redo2, keys: 'Shift+U', act: () => void studio.orders.redo() })}
    </div>
    ${steps.length === 0 ? html`<p class="nothing">Nothing is changed since it was published.</p>` : nothing}
    <ol>${steps.toReversed().map((step) => stepView(studio, step))}</ol>
    <ol>${edition.corrections.toReversed().map(correctionView)}</ol>
    ${formerView(studio, edition)}
  </section>`;
}

function stepView(studio: Studio, { id, title, at, segment }: DraftStep): TemplateResult {
  const place = segment === undefined ? '' : `Segment ${segment.split('/').at(-1)} · `;
  return html`<li class="history">
    <div><span dir="auto">${title}</span><small>${place}${momentText(at, new Date())}</small></div>
    ${tapView({ label: 'Undo', name: `Undo: ${title}`, node: Undo2, act: () => void studio.orders.undoStep(id) })}
  </li>`;
}

function correctionView({ note, at }: StudioEdition['corrections'][number]): TemplateResult {
  return html`<li class="history"><div><span dir="auto">Corrected: ${note}</span><small>${momentText(at, new Date())}</small></div></li>`;
}

function formerView({ publishing }: Studio, { canTakeBack }: StudioEdition): TemplateResult | typeof nothing {
  if (!canTakeBack) return nothing;
  return html`<div class="former">
    ${tapView({ label: 'Take back what was published last…', act: () => publishing.askTakeBack(true) })}
  </div>`;
}
