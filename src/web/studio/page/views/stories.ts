import { html, nothing, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';
import { CircleCheck, CircleDashed, EyeOff, Pencil, TriangleAlert } from 'lucide';
import { clockTime } from '../../../player/clock.js';
import { icon } from '../../../player/views/icon.js';
import type { StudioStory } from '../../api.js';
import { focusSegment } from '../commands.js';
import { segmentsIn } from '../model/desk.js';
import type { Studio } from '../model/studio.js';
import { hashOf } from '../place.js';
import { count } from '../text/amounts.js';
import { warningsOf } from '../text/warnings.js';
import { firstMatch, matchesView } from './matches.js';

/** The edition's stories, or, while one looks for a sentence, where it is. */
export function storiesView(studio: Studio): TemplateResult | typeof nothing {
  const { edition } = studio.desk;
  if (edition === undefined) return nothing;
  return html`<section class="group" aria-labelledby="stories">
    <div class="group-head">
      <h2 class="label" id="stories">${count(edition.stories.length, 'story', 'stories')}</h2>
      <span class="length">${clockTime(edition.durationSeconds)}</span>
    </div>
    ${findView(studio)}
    ${
      studio.query === ''
        ? html`<ol>${edition.stories.map((story) => storyEntry(studio, edition.slug, story))}</ol>`
        : matchesView(studio)
    }
  </section>`;
}

function findView(studio: Studio): TemplateResult {
  // The keys work on the segment again once it is found, or the search given up.
  const pressed = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') studio.find('');
    if (key === 'Enter') goToFirst(studio);
    if (key === 'Escape' || key === 'Enter') focusSegment(document, studio.desk.segmentId);
  };
  return html`<div class="find">
    <input
      class="field"
      type="search"
      placeholder="Find a sentence"
      aria-label="Find a sentence"
      aria-keyshortcuts="/"
      .value=${studio.query}
      @input=${(event: InputEvent) => studio.find((event.target as HTMLInputElement).value)}
      @keydown=${pressed}
    />
  </div>`;
}

function goToFirst(studio: Studio): void {
  const match = firstMatch(studio);
  if (match !== undefined) studio.desk.goToSegment(match.segment.id);
  else document.querySelector<HTMLElement>('.matches a')?.click();
}

function storyEntry({ desk }: Studio, edition: string, story: StudioStory): TemplateResult {
  const isCurrent = desk.storySlug === story.slug;
  const [look, node, state] = stateOf(story);
  const seconds = story.published && story.published.endSeconds - story.published.startSeconds;
  return html`<li class=${story.spoken ? 'entry' : 'entry left-out'}>
    <a class=${`row ${look}`} href=${hashOf({ view: 'edition', edition, story: story.slug })} aria-current=${isCurrent ? 'true' : nothing}>
      ${icon(node)}
      <span><b dir="auto">${story.title}</b><small>${story.kind === 'sponsor' ? 'Sponsor · ' : ''}${state}</small></span>
      <span class="length">${seconds === undefined ? '' : clockTime(seconds)}</span>
    </a>
  </li>`;
}

function stateOf(story: StudioStory): readonly [look: string, node: IconNode, state: string] {
  const warnings = warningsOf(story).length;
  const rest = warnings === 0 ? '' : ` · ${count(warnings, 'warning')}`;
  if (!story.spoken) return ['', EyeOff, 'Left out'];
  if (story.changed) return ['changed', Pencil, `Changed${rest}`];
  if (warnings > 0) return ['warning', TriangleAlert, count(warnings, 'warning')];
  if (story.provisional) return ['', CircleDashed, 'Provisional: another voice'];
  return ['', CircleCheck, segmentsIn(story).every(({ take }) => take) ? 'Ready' : 'Published'];
}
