import { html, nothing, type TemplateResult } from 'lit';
import { Headphones, ShieldCheck } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { Cost, Job, StudioEdition } from '../../api.js';
import { modifierName } from '../keys.js';
import type { Studio } from '../model/studio.js';
import { costText, count, priceText } from '../text/amounts.js';
import { jobTitle, progressShare, progressText } from '../text/job-words.js';
import { playView } from './controls.js';

/** What would be published, what it costs, and the one deliberate step; or how far the work is. */
export function deckView(studio: Studio): TemplateResult | typeof nothing {
  const { jobs, desk, place } = studio;
  if (jobs.running !== undefined && place.view !== 'job') return runningView(studio, jobs.running);
  if (place.view !== 'edition' || desk.edition === undefined) return nothing;
  return html`<footer class="deck" aria-label="What will be published">
    ${desk.edition.draft.steps.length === 0 ? publishedView(studio, desk.edition) : draftView(studio, desk.edition)}
  </footer>`;
}

/** A bar and words; read on demand, so that it does not chatter. */
function runningView({ jobs }: Studio, job: Job): TemplateResult {
  return html`<footer class="deck" aria-label="Work under way">
    <div class="progress">
      <p><b>${jobTitle(job)}</b> <small>${progressText(job.progress)}</small></p>
      <progress max="1" value=${progressShare(job.progress)} aria-label=${jobTitle(job)}></progress>
      <button class="button" type="button" @click=${() => void jobs.cancel(job.id)}>Cancel</button>
    </div>
  </footer>`;
}

function draftView(studio: Studio, { draft, stories }: StudioEdition): TemplateResult {
  const { cost, changedStories, unchangedStories, steps } = draft;
  const numbers = stories.flatMap(({ slug, spoken }, index) =>
    spoken && changedStories.includes(slug) ? [index + 1] : [],
  );
  return html`<p><b>${count(changedStories.length, 'story', 'stories')} changed</b><small>${count(steps.length, 'change')}, not published</small></p>
    <p><b>${priceOf(cost)}</b><small>${count(cost.newCharacters, 'character')} to speak</small></p>
    <div class="proof">
      ${icon(ShieldCheck)}
      <p><b>${unchangedStories} of ${count(stories.length, 'story', 'stories')} unchanged</b><small>${encodedText(numbers)} The address stays.</small></p>
    </div>
    <div class="deck-end">
      ${playView(studio, 'changes', {
        label: 'Hear the changes',
        name:
          cost.newCharacters === 0 ? 'Hear the changes' : `Hear the changes; speaks ${costText(cost)} first`,
        node: Headphones,
        hasEdge: true,
        act: () => studio.hearing.playChanges(),
      })}
      <button class="button main" type="button" aria-keyshortcuts=${`${modifierName === '⌘' ? 'Meta' : 'Control'}+Enter`} @click=${() => void studio.publishing.review()}>
        Review and publish…
      </button>
    </div>`;
}

/** What publishing would cost; the number of characters stands below. */
function priceOf({ newCharacters, dollars }: Cost): string {
  if (newCharacters === 0) return 'Nothing to pay';
  const price = priceText(dollars);
  return price === 'free' ? 'Free' : (price ?? 'Price not known');
}

function encodedText(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'No story is encoded again.';
  return numbers.length === 1
    ? `Only story ${numbers[0]} is encoded again.`
    : `Stories ${numbers.join(', ')} are encoded again.`;
}

function publishedView({ jobs }: Studio, { slug, links }: StudioEdition): TemplateResult {
  const last = jobs.latestOf(slug);
  const page = links.localPage ?? links.page;
  return html`<p><b>Nothing is changed</b><small>What listeners hear is what you see.</small></p>
    <div class="deck-end">
      ${
        last?.result === undefined
          ? nothing
          : html`<button class="button" type="button" @click=${() => jobs.show(last.id)}>What was published</button>`
      }
      ${page === undefined ? nothing : html`<a class="button" href=${page} target="_blank" rel="noreferrer">Open the page</a>`}
    </div>`;
}
