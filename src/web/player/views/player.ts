import { html, nothing, type TemplateResult } from 'lit';
import { ArrowUp, ChevronDown } from 'lucide';
import { clockTime } from '../clock.js';
import { fill } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';
import { controlsView } from './controls.js';
import { icon } from './icon.js';
import { problemView } from './messages.js';
import { searchView } from './search.js';
import { shareView } from './share.js';
import { storiesView } from './stories.js';

/** The whole player: controls, what went wrong, stories, text. */
export function playerView(view: PlayerView, announcement: string): TemplateResult {
  const { strings, edition, layout, timeline } = view;
  const several = timeline.stories.length > 1;
  return html`<section class=${`player ${layout}`} part="player" lang=${strings.language} aria-label=${fill(strings.player, { title: edition.title })}>
    <div class="dock">
      ${controlsView(view)} ${shareView(view)} ${problemView(view)} ${hasEnded(view) ? afterView : nothing} ${layout === 'page' ? backToVoiceView(view) : nothing}
    </div>
    <p class="hidden" role="status">${announcement}</p>
    <div class=${several ? 'body' : 'body single'}>${several ? storiesAndText(view) : fold(view, 'text', html`${strings.text}`, textView(view))}</div>
  </section>`;
}

/** In a frame, where height is dear, the text stands inside the fold of the stories. */
function storiesAndText(view: PlayerView): TemplateResult {
  const { strings, timeline, edition, layout } = view;
  const count = fill(strings.storyCount, { count: timeline.stories.length });
  const label = html`<bdi>${count}</bdi><span class="length">${clockTime(edition.durationSeconds)}</span>`;
  const [stories, text] = [storiesView(view), fold(view, 'text', html`${strings.text}`, textView(view))];
  if (layout === 'embed') return fold(view, 'list', label, html`${stories}${text}`);
  return html`${fold(view, 'list', label, stories)}${text}`;
}

/** A part that folds in a card; in a page it just stands there. In a frame all are closed at first. */
function fold(
  { layout }: PlayerView,
  name: string,
  label: TemplateResult,
  content: TemplateResult,
): TemplateResult {
  if (layout === 'page') {
    return html`<div class=${name}>
      <h2 class="label">${label}</h2>
      ${content}
    </div>`;
  }
  return html`<details class=${name} ?open=${layout === 'card'}>
    <summary>${icon(ChevronDown, { small: true })}<h2 class="label">${label}</h2></summary>
    ${content}
  </details>`;
}

/** The page's text in the slot, else the player's own. */
function textView(view: PlayerView): TemplateResult {
  const { strings, layout, ownText } = view;
  return html`${searchView(view)}
    <p class="hidden" id="hint">${strings.textHint}</p>
    <div class="text-box" part="text" role="group" aria-label=${strings.text} aria-describedby="hint">
      <slot name="text">${ownText}</slot>
    </div>
    ${layout === 'page' ? (hasEnded(view) ? nothing : afterView) : backToVoiceView(view)}`;
}

/** What the page offers to those who have heard it all: beside the controls then, in a page below the text before. */
const afterView = html`<div class="after"><slot name="after"></slot></div>`;

function hasEnded({ playback }: PlayerView): boolean {
  return playback.note === 'ended';
}

/** Only while the reader has scrolled away from the voice. */
function backToVoiceView({
  strings,
  isAway,
  playback,
  actions,
}: PlayerView): TemplateResult | typeof nothing {
  if (!isAway) return nothing;
  return html`<button class="button voice" part="back-to-voice" type="button" @click=${actions.backToVoice}>
    ${icon(ArrowUp, { small: true })}${strings.backToVoice} <span class="time">${clockTime(playback.seconds)}</span>
  </button>`;
}
