import { html, nothing, type TemplateResult } from 'lit';
import { Check } from 'lucide';
import type { StudioSegment, TakeEntry } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { type ChoiceOptions, choiceView } from './choice.js';
import { tapView } from './controls.js';

/** The takes of the segment at hand: two to compare with one key each, and a list to choose from. */
export function takesView({ comparison }: Studio, segment: StudioSegment): TemplateResult | typeof nothing {
  const { takes, pair, heard, chosen } = comparison;
  if (takes.length === 0) return nothing;
  const isNew = heard !== undefined && heard !== chosen?.key && takes.some(({ key }) => key === heard);
  return html`<span class="takes">
    ${pair === undefined ? nothing : compareView(comparison, pair)}
    ${isNew ? tapView({ label: 'Choose it', node: Check, hasEdge: true, keys: 'C', act: () => void comparison.chooseHeard() }) : nothing}
    ${choiceView({
      name: `Take of segment ${segment.id.split('/').at(-1)}`,
      options: [
        ...(chosen === undefined
          ? [{ value: '', label: 'New take, not spoken yet', isChosen: true, isDisabled: true }]
          : []),
        ...takes.map((take) => optionOf(take, takes.length)),
      ],
      choose: (key) => void comparison.choose(key),
    })}
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

function optionOf(take: TakeEntry, total: number): ChoiceOptions['options'][number] {
  const { key, number, chosen, published, complaints } = take;
  const notes = [...(published && total > 1 ? ['published'] : []), ...complaints];
  return { value: key, label: [`Take ${number} of ${total}`, ...notes].join(' · '), isChosen: chosen };
}
