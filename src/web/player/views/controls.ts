import { html, nothing, type TemplateResult } from 'lit';
import { ChevronUp, Pause, Play, RotateCcw, RotateCw, SkipBack, SkipForward } from 'lucide';
import { clockTime } from '../clock.js';
import { fill } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';
import { icon } from './icon.js';
import { seekView } from './seek.js';
import { toolsView } from './tools.js';

/** The player proper: what is heard, the seek bar, the transport, the tools. */
export function controlsView(view: PlayerView): TemplateResult {
  const { strings, actions, isOpen } = view;
  return html`<div class="controls" part="controls">
    <div class=${`controls-in${isOpen ? ' open' : ''}`}>
      ${artworkView(view)} ${nowView(view)} ${seekView(view)} ${transportView(view)}
      ${view.layout === 'embed' ? view.line : nothing}
      <button class="tap more" type="button" aria-label=${strings.more} aria-expanded=${String(isOpen)} @click=${actions.toggleMore}>
        ${icon(ChevronUp)}
      </button>
      ${toolsView(view)}
    </div>
  </div>`;
}

function artworkView({ artworkUrl }: PlayerView): TemplateResult | typeof nothing {
  if (artworkUrl === '') return nothing;
  return html`<img class="art" part="artwork" src=${artworkUrl} alt="" width="184" height="184" loading="lazy" />`;
}

function nowView(view: PlayerView): TemplateResult {
  const { edition, playback, language } = view;
  const date = dateText(edition.date, language);
  const title = playback.touched ? edition.stories[playback.storyIndex]?.title : edition.title;
  return html`<div class="now">
    <p class="now-show">
      <a href=${view.pageUrl} target=${view.layout === 'embed' ? '_blank' : nothing} rel="noopener"
        >${view.show === '' ? nothing : html`<bdi>${view.show}</bdi> · `}<bdi>${date}</bdi><span class="hidden">: ${view.strings.openPage}</span></a>
    </p>
    <p class="now-title" part="title" dir="auto" lang=${edition.language}>${title ?? edition.title}</p>
    <p class="now-meta"><bdi>${metaText(view)}</bdi></p>
  </div>`;
}

/** The one line that says how things stand; read on demand, so no live region. */
function metaText(view: PlayerView): string {
  const { strings, playback, timeline, edition } = view;
  if (playback.note !== undefined) return strings[playback.note];
  const count = timeline.stories.length;
  if (!playback.touched) {
    return [fill(strings.storyCount, { count }), clockTime(edition.durationSeconds)].join(' · ');
  }
  const end = timeline.stories[playback.storyIndex]?.endSeconds ?? edition.durationSeconds;
  const left = fill(strings.left, { time: clockTime(end - playback.seconds) });
  return count === 1
    ? left
    : `${fill(strings.storyOf, { number: playback.storyIndex + 1, count })} · ${left}`;
}

function dateText(date: string, language: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return '';
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

function transportView(view: PlayerView): TemplateResult {
  const { strings, playback, timeline } = view;
  const several = timeline.stories.length > 1;
  return html`<div class="transport">
    ${several ? tap(strings.previousStory, 'Shift+P', icon(SkipBack, { small: true }), () => playback.previousStory()) : nothing}
    ${tap(strings.back, 'J', icon(RotateCcw, { label: '15' }), () => playback.seekBy(-15))}
    ${playView(view)}
    ${tap(strings.ahead, 'L', icon(RotateCw, { label: '30' }), () => playback.seekBy(30))}
    ${several ? tap(strings.nextStory, 'Shift+N', icon(SkipForward, { small: true }), () => playback.nextStory()) : nothing}
  </div>`;
}

function playView({ strings, playback }: PlayerView): TemplateResult {
  const broken = playback.problem !== undefined && playback.problem !== 'offline';
  const [name, node] = broken
    ? [strings.tryAgain, RotateCw]
    : playback.note === 'ended'
      ? [strings.playAgain, RotateCcw]
      : playback.paused
        ? [strings.play, Play]
        : [strings.pause, Pause];
  const state = broken ? ' broken' : node === RotateCcw ? '' : ' filled';
  return html`<button class=${`play${state}`} part="play-button" type="button" aria-label=${name} @click=${() => playback.toggle()}>
    ${icon(node)}
  </button>`;
}

function tap(name: string, keys: string, content: TemplateResult, action: () => void): TemplateResult {
  return html`<button class="tap" part="button" type="button" aria-label=${name} aria-keyshortcuts=${keys} @click=${action}>
    ${content}
  </button>`;
}
