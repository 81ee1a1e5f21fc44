import { html, nothing, type TemplateResult } from 'lit';
import { Plus, X } from 'lucide';
import type { LexiconLine } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { tapView } from './controls.js';

/** How words of this edition are said; each leads to where it is written, and can be taken out. */
export function pronunciationsView(studio: Studio): TemplateResult | typeof nothing {
  const { edition } = studio.desk;
  if (edition === undefined) return nothing;
  return html`<section class="group" aria-labelledby="pronunciations">
    <div class="group-head">
      <h2 class="label" id="pronunciations">Pronunciations</h2>
      ${tapView({ label: 'Say the picked word like this', node: Plus, isIconOnly: true, act: () => studio.saying.open() })}
    </div>
    ${
      edition.lexicon.length === 0
        ? html`<p class="nothing">Pick a word and press <kbd>S</kbd> to say how it sounds.</p>`
        : html`<ul>${edition.lexicon.map((line) => lineView(studio, line))}</ul>`
    }
  </section>`;
}

function lineView(studio: Studio, { written, spoken, scope, draft, segments }: LexiconLine): TemplateResult {
  const [first] = segments;
  return html`<li class="lexicon">
    <b dir="auto">${first === undefined ? written : html`<button class="word" type="button" aria-label=${`${written}: go to where it is written`} @click=${() => studio.desk.goToSegment(first)}>${written}</button>`}</b>
    <span dir="auto">${spoken}</span>
    <span class="cost">${scope}${draft ? ', new' : ''}</span>
    ${tapView({
      label: `Say ${written} as before`,
      node: X,
      isIconOnly: true,
      act: () => void studio.orders.give({ kind: 'say', written, scope }),
    })}
  </li>`;
}
