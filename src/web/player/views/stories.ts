import { html, nothing, type TemplateResult } from 'lit';
import { AudioLines, Check } from 'lucide';
import type { EditionStory } from '../../../edition.js';
import { clockTime } from '../clock.js';
import { fill } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';
import { icon } from './icon.js';

/** The list of stories: title, kind, length; the current one marked, heard ones ticked, sponsors by word. */
export function storiesView(view: PlayerView): TemplateResult {
  const { strings, edition, hideSponsors, actions } = view;
  const hasSponsors = edition.stories.some((story) => story.kind === 'sponsor');
  const toggle = html`<button class="tap quiet" part="button" type="button" aria-pressed=${String(hideSponsors)} @click=${actions.toggleSponsors}>
    ${strings.hideSponsors}
  </button>`;
  return html`<ol class="stories" role="list" part="stories" aria-label=${strings.stories}>
      ${edition.stories.map((story, index) =>
        hideSponsors && story.kind === 'sponsor' ? nothing : storyView(view, story, index),
      )}
    </ol>
    ${hasSponsors ? toggle : nothing}`;
}

function storyView(view: PlayerView, story: EditionStory, index: number): TemplateResult {
  const { playback, strings, edition, actions } = view;
  const isCurrent = index === playback.storyIndex;
  const isBegun = isCurrent && playback.touched;
  const isHeard = !isCurrent && view.heard.has(story.slug);
  const state = isCurrent ? ' current' : isHeard ? ' heard' : '';
  return html`<li>
    <button
      class=${`story${state}`}
      part=${isCurrent ? 'story current-story' : 'story'}
      type="button"
      aria-current=${isCurrent ? 'true' : nothing}
      @click=${() => actions.playStory(index)}
    >
      <span class="number" aria-hidden="true">${isBegun ? icon(AudioLines) : isHeard ? icon(Check) : index + 1}</span>
      <span class="entry">
        <span class="story-title" dir="auto" lang=${edition.language}>${story.title}</span>
        ${kindView(view, story, isBegun)}
      </span>
      <span class="length">${clockTime(story.endSeconds - story.startSeconds)}</span>
      ${isHeard ? html`<span class="hidden">${strings.heard}</span>` : nothing}
      ${isBegun ? progressView(view, story) : nothing}
    </button>
  </li>`;
}

function kindView({ strings, playback }: PlayerView, story: EditionStory, isBegun: boolean): TemplateResult {
  const kind =
    story.kind === 'sponsor' ? html`<span class="tag">${strings.sponsor}</span>` : strings[story.kind];
  const left = fill(strings.left, { time: clockTime(story.endSeconds - playback.seconds) });
  return html`<span class="kind"><bdi>${kind}${isBegun ? ` · ${left}` : nothing}</bdi></span>`;
}

function progressView({ playback }: PlayerView, story: EditionStory): TemplateResult {
  const length = Math.max(0.1, story.endSeconds - story.startSeconds);
  const part = Math.min(1, Math.max(0, (playback.seconds - story.startSeconds) / length));
  return html`<span class="progress" aria-hidden="true"><i .style=${`inline-size:${(part * 100).toFixed(1)}%`}></i></span>`;
}
