import { html, type TemplateResult } from 'lit';
import { ChevronRight, EyeOff } from 'lucide';
import { clockTime } from '../../../player/clock.js';
import { icon } from '../../../player/views/icon.js';
import type { DroppedBlock, StudioEdition, StudioSegment, StudioStory } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { costText, count } from '../text/amounts.js';
import { costOfText, costToSpeak } from '../text/costs.js';
import { playView, tapView } from './controls.js';

/** A block that a rule left out, in its place, with the reason. */
export function droppedView(studio: Studio, edition: StudioEdition, dropped: DroppedBlock): TemplateResult {
  const { block, reason, text } = dropped;
  const costId = `cost-block-${block}`;
  return html`<div class="fold" role="group" aria-label=${`Left out: ${reason}`}>
    ${icon(EyeOff)}<b>Left out</b>
    <span class="fold-text" dir="auto" lang=${edition.language} title=${text}>${text}</span>
    <span class="reason">${reason}</span>
    <span class="cost" id=${costId}>about ${costText(costOfText(edition, text))}</span>
    ${tapView({
      label: 'Speak it',
      hasEdge: true,
      describedBy: costId,
      act: () => void studio.orders.give({ kind: 'block-spoken', block, spoken: true }),
    })}
  </div>`;
}

/** A segment that the editor left out; it keeps its place and its number. */
export function leftOutView(
  studio: Studio,
  edition: StudioEdition,
  segment: StudioSegment,
  number: number,
): TemplateResult {
  const isCurrent = studio.desk.segmentId === segment.id;
  const text = segment.source === '' ? segment.speech : segment.source;
  const costId = `cost-${segment.id}`;
  return html`<article
    class="fold"
    id=${`segment-${segment.id}`}
    tabindex=${isCurrent ? 0 : -1}
    aria-label=${`Segment ${number}, left out`}
    aria-current=${isCurrent ? 'true' : 'false'}
    @focusin=${() => studio.desk.goTo(studio.desk.storySlug, segment.id)}
  >
    ${icon(EyeOff)}<b>Left out</b>
    <span class="fold-text" dir="auto" lang=${edition.language} title=${text}>${text}</span>
    <span class="reason">by you</span>
    <span class="cost" id=${costId}>${costText(costToSpeak(segment))}</span>
    ${tapView({ label: 'Speak it', hasEdge: true, keys: 'X', describedBy: costId, act: () => void studio.orders.toggleSegment(segment) })}
  </article>`;
}

/** Neighbours at which there is nothing to look. */
export function runView(
  studio: Studio,
  story: StudioStory,
  segments: readonly StudioSegment[],
  numbers: ReadonlyMap<string, number>,
): TemplateResult {
  const [first, last] = [segments[0], segments.at(-1)];
  const range = `${numbers.get(first?.id ?? '')} – ${numbers.get(last?.id ?? '')}`;
  const seconds = segments.reduce(
    (sum, { take }) => sum + (take ? take.endSeconds - take.startSeconds : 0),
    0,
  );
  return html`<div class="fold" role="group" aria-label=${`Segments ${range}, ready`}>
    ${icon(ChevronRight)}
    <button class="tap words" type="button" aria-label=${`Unfold segments ${range}`} @click=${() => studio.desk.toggleFolding()}>
      <b>${range} Ready</b>
    </button>
    <span class="fold-text" dir="auto">${count(segments.length, 'segment')}, spoken as written</span>
    <span class="cost run-length">${clockTime(seconds)}</span>
    ${playView(studio, `story:${story.slug}`, {
      label: 'Play from here',
      isIconOnly: true,
      act: () => studio.hearing.playStory(story, first?.id),
    })}
  </div>`;
}
