import { html, nothing, type TemplateResult } from 'lit';
import { TriangleAlert, X } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { Studio } from '../model/studio.js';
import { checksView } from './checks.js';
import { tapView } from './controls.js';
import { deckView } from './deck.js';
import { editionsView } from './editions.js';
import { historyView } from './history.js';
import { issueView } from './issue.js';
import { jobView } from './job.js';
import { keysDialog } from './keys-dialog.js';
import { pronunciationsView } from './pronunciations.js';
import { publishDialog } from './publish-dialog.js';
import { publishedDialog } from './published-dialog.js';
import { sayDialog } from './say-dialog.js';
import { startView } from './start.js';
import { storiesView } from './stories.js';
import { storyView } from './story.js';
import { storyTextDialog } from './story-text-dialog.js';
import { takeBackDialog } from './take-back-dialog.js';
import { topView } from './top.js';

/** The page: what is above, the three columns, what will be published, and what floats over them. */
export function studioView(studio: Studio): TemplateResult {
  const { drawer, place } = studio;
  const isEdition = place.view === 'edition';
  return html`<div class=${`studio${drawer === undefined ? '' : ` ${drawer}-open`}`}>
      ${topView(studio)}
      <nav class="left" aria-label="Editions and stories">
        ${editionsView(studio)} ${isEdition ? storiesView(studio) : nothing}
      </nav>
      <main class=${isEdition ? 'main' : 'main wide'} id="main">${mainView(studio)}</main>
      ${isEdition ? rightView(studio) : nothing} ${deckView(studio)}
    </div>
    ${sayDialog(studio)} ${storyTextDialog(studio)} ${publishDialog(studio)} ${publishedDialog(studio)} ${takeBackDialog(studio)}
    ${keysDialog(studio)} ${problemView(studio)}
    <p class="hidden" role="status">${studio.talk.announcement}</p>`;
}

function mainView(studio: Studio): TemplateResult {
  const { place } = studio;
  switch (place.view) {
    case 'new':
      return startView(studio);
    case 'issue':
      return issueView(studio);
    case 'job':
      return jobView(studio, place.job);
    case 'edition':
      return storyView(studio);
  }
}

function rightView(studio: Studio): TemplateResult {
  return html`<aside class="right" aria-label="Checks, pronunciations and history">
    ${checksView(studio)} ${pronunciationsView(studio)} ${historyView(studio)}
  </aside>`;
}

/** What went wrong, or that nobody answers; each with what can be done. */
function problemView({ talk, isConnected }: Studio): TemplateResult | typeof nothing {
  const problem =
    talk.problem ?? (isConnected ? undefined : 'The studio’s server does not answer. Trying again …');
  if (problem === undefined) return nothing;
  return html`<div class="toast" role="alert">
    <span class="caution">${icon(TriangleAlert)}</span>
    <p>${problem}</p>
    ${
      talk.problem === undefined
        ? nothing
        : tapView({ label: 'Put away', node: X, isIconOnly: true, act: () => talk.putAway() })
    }
  </div>`;
}
