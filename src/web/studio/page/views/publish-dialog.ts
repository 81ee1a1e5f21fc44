import { html, nothing, type TemplateResult } from 'lit';
import type { PublicationPlan } from '../../api.js';
import { isKeepKey, modifierName } from '../keys.js';
import type { Studio } from '../model/studio.js';
import { costText, count, priceText } from '../text/amounts.js';
import { dialogView } from './dialog.js';
import { noticeView } from './notices.js';

const CHANGES = { changed: 'made anew', added: 'added', 'left-out': 'left out', moved: 'moved' } as const;

/** The deliberate step: what changed, what it costs, a note for listeners. */
export function publishDialog(studio: Studio): TemplateResult | typeof nothing {
  const { publishing } = studio;
  const { plan } = publishing;
  if (plan === undefined) return nothing;
  return dialogView({
    title: 'Review and publish',
    content: reviewView(studio, plan),
    close: () => publishing.close(),
  });
}

function reviewView(studio: Studio, plan: PublicationPlan): TemplateResult {
  const { publishing } = studio;
  const noted = (event: KeyboardEvent): void => {
    if (!isKeepKey(event)) return;
    event.preventDefault();
    void publishing.publish();
  };
  const price = priceText(plan.cost.dollars);
  return html`<h3>What you changed</h3>
    <ul class="list">${plan.steps.map(({ title, segment }) => html`<li><span dir="auto">${title}</span>${segment === undefined ? nothing : html`<small class="cost">segment ${segment.split('/').at(-1)}</small>`}</li>`)}</ul>
    <h3>What is made</h3>
    <ul class="list">
      ${plan.stories.map(({ title, change, cost }) => html`<li><span dir="auto">${title}</span><small class="quiet">${CHANGES[change]}</small><small class="cost">${costText(cost)}</small></li>`)}
      <li><span>${plan.unchangedStories} of ${count(plan.totalStories, 'story', 'stories')} unchanged, to the byte</span></li>
    </ul>
    ${lexiconView(studio, plan)}
    ${plan.notices.map((notice) => html`<div class="finding">${noticeView(studio, { ...notice, remedies: [] })}</div>`)}
    <label class="labelled">Note for listeners, if something was wrong
      <small>Stands with the story as a correction. Leave it empty where nobody needs to know.</small>
      <textarea class="field" rows="2" .value=${publishing.note} @input=${(event: InputEvent) => publishing.setNote((event.target as HTMLTextAreaElement).value)} @keydown=${noted}></textarea>
    </label>
    <label class="check-line">
      <input type="checkbox" .checked=${publishing.reissue} @change=${(event: Event) => publishing.setReissue((event.target as HTMLInputElement).checked)} />
      <span>As a new episode, so that apps tell everyone again</span>
    </label>
    <div class="dialog-foot">
      <span>${plan.cost.newCharacters === 0 ? html`<b>Nothing to pay</b>` : html`<b>${costText(plan.cost)}</b> in all`}</span>
      <button class="button" type="button" @click=${() => publishing.close()}>Not yet</button>
      <button class="button main" type="button" autofocus ?disabled=${publishing.isBusy} @click=${() => void publishing.publish()}>
        Publish${plan.cost.newCharacters > 0 && price !== undefined ? ` · ${price}` : ''} <kbd>${modifierName} ↵</kbd>
      </button>
    </div>`;
}

/** What outlives the edition. */
function lexiconView({ library }: Studio, { showLexicon }: PublicationPlan): TemplateResult | typeof nothing {
  const entries = Object.entries(showLexicon);
  if (entries.length === 0) return nothing;
  return html`<h3>For the show from now on</h3>
    <ul class="list">
      ${entries.map(([written, spoken]) => html`<li><span dir="auto"><b>${written}</b> ${spoken === null ? 'as it would be by itself' : html`is said <b>${spoken}</b>`}</span></li>`)}
    </ul>
    <p class="quiet">Written into ${library.session?.lexiconFile ?? 'voices.json'}.</p>`;
}
