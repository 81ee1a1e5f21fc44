import { html, svg, type TemplateResult } from 'lit';
import type { Peaks, StudioSegment, TakeSound } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { WAVE_HEIGHT, WAVE_WIDTH, wavePath } from '../sound/waveform.js';
import { costText } from '../text/amounts.js';

/** A take's picture; a click plays from there. What is heard of it is shown by widening the clip, without drawing. */
export function waveView(studio: Studio, segment: StudioSegment): TemplateResult {
  if (segment.take === undefined) return unspokenView(segment);
  const path = pathOf(studio.desk.peaks, segment.take);
  const clip = `played-${segment.id}`;
  const play = (event: MouseEvent): void => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    studio.hearing.playSegment(segment, Math.min(0.98, Math.max(0, (event.clientX - left) / width)));
  };
  return html`<svg class="wave" viewBox="0 0 ${WAVE_WIDTH} ${WAVE_HEIGHT}" preserveAspectRatio="none" aria-hidden="true" @click=${play}>
    <clipPath id=${clip}><rect data-full=${WAVE_WIDTH} width="0" height=${WAVE_HEIGHT}></rect></clipPath>
    ${svg`<path d=${path}></path><path class="played" clip-path=${`url("#${clip}")`} d=${path}></path>`}
  </svg>`;
}

function unspokenView({ cost }: StudioSegment): TemplateResult {
  return html`<span class="unspoken">Not spoken yet: ${costText(cost)}</span>`;
}

/** Drawn once for each picture. */
const paths = new WeakMap<Peaks, string>();

function pathOf(all: ReadonlyMap<string, Peaks>, take: TakeSound | undefined): string {
  const peaks = take && all.get(take.key);
  if (take === undefined || peaks === undefined) return '';
  const known = paths.get(peaks) ?? wavePath(peaks, take);
  paths.set(peaks, known);
  return known;
}
