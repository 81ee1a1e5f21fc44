import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EditionStory } from '../../../edition.js';
import { clockTime } from '../clock.js';
import { fill } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';

/** How far an arrow key moves on the seek bar. */
const stepSeconds = 5;

/** The seek bar: a native slider over the stories' marks, with times on both sides. Time runs left to right. */
export function seekView(view: PlayerView): TemplateResult {
  const { strings, playback, edition } = view;
  const story = edition.stories[playback.storyIndex]?.title ?? edition.title;
  // Whole seconds for knob and marks alike, so that they meet.
  const second = Math.floor(playback.seconds);
  const [time, total] = [clockTime(playback.seconds), clockTime(edition.durationSeconds)];
  return html`<div class="seek" dir="ltr">
    <span class="time">${time}</span>
    <div class="track" part="seek">
      <div class=${`marks${edition.stories.length > 20 ? ' many' : ''}`} aria-hidden="true">
        ${edition.stories.map((entry) => markView(entry, second))}
      </div>
      <input
        type="range"
        min="0"
        max=${Math.floor(edition.durationSeconds)}
        step="1"
        aria-label=${strings.seek}
        aria-valuetext=${fill(strings.seekValue, { time, total, story })}
        .value=${live(String(second))}
        @input=${(event: Event) => playback.seekTo(Number((event.target as HTMLInputElement).value))}
        @keydown=${(event: KeyboardEvent) => seekKey(event, view)}
      />
    </div>
    <span class="time">${remaining(edition.durationSeconds - playback.seconds)}</span>
  </div>`;
}

/** With a minus, as on recorders, until nothing is left. */
function remaining(seconds: number): string {
  return seconds < 1 ? clockTime(0) : `−${clockTime(seconds)}`;
}

/** As wide as its part of the time; what was heard is filled. */
function markView(story: EditionStory, seconds: number): TemplateResult {
  const length = Math.max(0.1, story.endSeconds - story.startSeconds);
  const heard = Math.min(1, Math.max(0, (seconds - story.startSeconds) / length));
  return html`<span class=${story.kind === 'sponsor' ? 'mark hollow' : 'mark'} .style=${`flex-grow:${length.toFixed(2)}`}
    ><span><i .style=${`inline-size:${(heard * 100).toFixed(1)}%`}></i></span
  ></span>`;
}

/** Arrows move by 5 seconds, Page Up and Page Down by stories; Home and End are the slider's own. */
function seekKey(event: KeyboardEvent, { playback }: PlayerView): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: () => playback.seekBy(stepSeconds),
    ArrowUp: () => playback.seekBy(stepSeconds),
    ArrowLeft: () => playback.seekBy(-stepSeconds),
    ArrowDown: () => playback.seekBy(-stepSeconds),
    PageUp: () => playback.nextStory(),
    PageDown: () => playback.previousStory(),
  };
  const move = moves[event.key];
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}
