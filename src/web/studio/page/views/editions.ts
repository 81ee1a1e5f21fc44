import { html, nothing, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';
import { CircleCheck, CircleDashed, Pencil, Plus } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { EditionEntry } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { hashOf } from '../place.js';
import { count, dayText } from '../text/amounts.js';
import { tapView } from './controls.js';

/** The show's editions, the newest first. */
export function editionsView(studio: Studio): TemplateResult {
  const { editions, next } = studio.library;
  return html`<section class="group" aria-labelledby="editions">
    <div class="group-head">
      <h2 class="label" id="editions">Editions</h2>
      ${tapView({ label: 'New', name: 'New edition', node: Plus, act: () => studio.go({ view: 'new' }) })}
    </div>
    ${editions?.length === 0 ? html`<p class="nothing">None yet.</p>` : nothing}
    <ul class="editions">${editions?.map((edition) => editionView(studio, edition))}</ul>
    ${
      next === undefined
        ? nothing
        : tapView({
            label: 'Show older editions',
            act: () => void studio.talk.attempt(() => studio.library.more()),
          })
    }
  </section>`;
}

function editionView({ desk, place }: Studio, entry: EditionEntry): TemplateResult {
  const isCurrent = place.view === 'edition' && desk.edition?.slug === entry.slug;
  const [look, node, state] = stateOf(entry);
  return html`<li class="entry">
    <a class=${`row ${look}`} href=${hashOf({ view: 'edition', edition: entry.slug })} aria-current=${isCurrent ? 'true' : nothing}>
      ${icon(node)}
      <span><b dir="auto">${entry.title}</b><small>${dayText(entry.date, new Date())} · ${state}</small></span>
    </a>
  </li>`;
}

function stateOf(entry: EditionEntry): readonly [look: string, node: IconNode, state: string] {
  if (entry.draftSteps > 0) return ['changed', Pencil, `${count(entry.draftSteps, 'change')}, not published`];
  if (entry.provisional) return ['', CircleDashed, 'Provisional: another voice'];
  return ['', CircleCheck, entry.corrected ? 'Published, corrected' : 'Published'];
}
