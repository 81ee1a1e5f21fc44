import { html, nothing, type TemplateResult } from 'lit';
import { Check } from 'lucide';
import type { StudioSegment, TakeEntry } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { tapView } from './controls.js';

/** The takes of the segment at hand: two to compare with one key each, and a list to choose from. */
export function takesView({ comparison }: Studio, segment: StudioSegment): TemplateResult | typeof nothing {
  const { takes, pair, heard, chosen } = comparison;
  if (takes.length === 0) return nothing;
  const choose = (event: Event): void => void comparison.choose((event.target as HTMLSelectElement).value);
  const isNew = heard !== undefined && heard !== chosen?.key && takes.some(({ key }) => key === heard);
  return html`<span class="takes">
    ${pair === undefined ? nothing : compareView(comparison, pair)}
    ${isNew ? tapView({ label: 'Choose it', node: Check, hasEdge: true, keys: 'C', act: () => void comparison.chooseHeard() }) : nothing}
    <select class="tap words choice" aria-label=${`Take of segment ${segment.id.split('/').at(-1)}`} @change=${choose}>
      ${chosen === undefined ? html`<option value="" selected disabled>New take, not spoken yet</option>` : nothing}
      ${takes.map((take) => optionView(take, takes.length))}
    </select>
  </span>`;
}

function compareView(
  comparison: Studio['comparison'],
  [a, b]: readonly [TakeEntry, TakeEntry],
): TemplateResult {
  const button = (take: TakeEntry, letter: string, index: 0 | 1): TemplateResult => html`<button
    type="button"
    aria-pressed=${String(comparison.heard === take.key)}
    aria-label=${`Hear ${letter}: take ${take.number}`}
    aria-keyshortcuts=${String(index + 1)}
    title=${`Take ${take.number}; key ${index + 1}`}
    @click=${() => comparison.hear(index)}
  >${letter}</button>`;
  return html`<span class="compare" role="group" aria-label="Compare takes">${button(a, 'A', 0)}${button(b, 'B', 1)}</span>`;
}

function optionView(
  { key, number, chosen, published, complaints }: TakeEntry,
  total: number,
): TemplateResult {
  const notes = [...(published ? ['published'] : []), ...complaints].join(', ');
  return html`<option value=${key} ?selected=${chosen} .selected=${chosen}>${`Take ${number} of ${total}${notes === '' ? '' : ` (${notes})`}`}</option>`;
}
