import { html, nothing, type TemplateResult } from 'lit';
import { Pencil, TriangleAlert } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { StudioEdition, StudioSegment } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { count } from '../text/amounts.js';
import { editView } from './edit.js';
import { noticeView } from './notices.js';
import { stripView } from './strip.js';
import { spokenTextView, writtenTextView } from './texts.js';

const KINDS = {
  announcement: 'announcement',
  title: 'title',
  paragraph: 'paragraph',
  bullet: 'bullet',
} as const;

/** A segment: as written, as spoken, its sound, and what was noticed. */
export function segmentView(
  studio: Studio,
  edition: StudioEdition,
  segment: StudioSegment,
  number: number,
): TemplateResult {
  const { desk } = studio;
  const { id } = segment;
  const isCurrent = desk.segmentId === id;
  const here = (): void => {
    if (desk.segmentId !== id) desk.goTo(desk.storySlug, id);
  };
  return html`<article
    class="segment"
    id=${`segment-${id}`}
    tabindex=${isCurrent ? 0 : -1}
    aria-label=${nameOf(segment, number)}
    aria-current=${isCurrent ? 'true' : nothing}
    @focusin=${here}
    @click=${giveFocusBack}
  >
    ${numberView(segment, number)} ${writtenTextView(studio, edition, segment)}
    ${desk.editing === id ? editView(studio, edition, segment) : spokenTextView(studio, edition, segment)}
    ${stripView(studio, segment, isCurrent)}
    ${segment.notices.map((notice) => html`<div class="finding">${noticeView(studio, notice, segment)}</div>`)}
  </article>`;
}

/** After a click the keys work on the segment again: space must not press the button once more. */
function giveFocusBack(event: MouseEvent): void {
  const isByPointer = event.detail > 0;
  const isButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (isByPointer && isButton) (event.currentTarget as HTMLElement).focus({ preventScroll: true });
}

function nameOf({ kind, changed, notices, afterAll }: StudioSegment, number: number): string {
  const warnings = notices.filter(({ warning }) => warning).length;
  return [
    `Segment ${number}`,
    KINDS[kind],
    changed ? 'changed' : 'ready',
    ...(afterAll === undefined ? [] : ['spoken after all']),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ].join(', ');
}

function numberView({ changed, notices }: StudioSegment, number: number): TemplateResult {
  return html`<div class="number" aria-hidden="true">
    <span>${number}</span>
    ${changed ? html`<span class="changed">${icon(Pencil)}</span>` : nothing}
    ${notices.some(({ warning }) => warning) ? html`<span class="warning">${icon(TriangleAlert)}</span>` : nothing}
  </div>`;
}
