import { html, nothing, type TemplateResult } from 'lit';
import { Check, Info, TriangleAlert } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { PlacedNotice, StudioEdition } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { hashOf } from '../place.js';
import { type NoticeAtPlace, noticesOf, warningCount } from '../text/warnings.js';

/** What the checks found: of this story, then of the edition. */
export function checksView({ desk }: Studio): TemplateResult | typeof nothing {
  const { edition, story } = desk;
  if (edition === undefined) return nothing;
  const warnings = warningCount(edition);
  const here = story === undefined ? [] : noticesOf(story);
  const sorted = [
    ...here.filter(({ notice }) => notice.warning),
    ...here.filter(({ notice }) => !notice.warning),
  ];
  return html`<section class="group" aria-labelledby="checks">
    <div class="group-head">
      <h2 class="label" id="checks">Checks</h2>
      ${warnings === 0 ? nothing : html`<span class="caution">${warnings} to look at</span>`}
    </div>
    ${sorted.map((place) => placedView(edition, place))}
    ${edition.notices.map((notice) => checkView(notice, 'This edition'))}
    ${soundView(edition)}
  </section>`;
}

function placedView(edition: StudioEdition, { notice, segment }: NoticeAtPlace): TemplateResult {
  if (segment === undefined) return checkView(notice, 'This story');
  const [story, number] = segment.split('/');
  const href = hashOf({ view: 'edition', edition: edition.slug, ...(story ? { story } : {}), segment });
  return checkView(notice, html`<a href=${href}>Segment ${number}</a>`);
}

function checkView({ message, warning }: PlacedNotice, place: string | TemplateResult): TemplateResult {
  return html`<div class=${warning ? 'check warning' : 'check'}>
    ${icon(warning ? TriangleAlert : Info)}
    <div><b>${warning ? html`<span class="hidden">Warning: </span>` : nothing}${message}</b><small>${place}</small></div>
  </div>`;
}

function soundView({ loudnessLufs, truePeakDbtp }: StudioEdition): TemplateResult {
  return html`<div class="check">
    ${icon(Check)}
    <div>
      <b>Loudness ${decibels(loudnessLufs)} LUFS, peak ${decibels(truePeakDbtp)} dBTP</b>
      <small>Of the episode as it is published.</small>
    </div>
  </div>`;
}

function decibels(value: number): string {
  return value.toFixed(1).replace('-', '−');
}
