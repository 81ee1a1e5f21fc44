import { html, type TemplateResult } from 'lit';
import type { StudioEdition, StudioSegment } from '../../api.js';
import { segmentsIn } from '../model/desk.js';
import type { Studio } from '../model/studio.js';
import { hashOf } from '../place.js';
import { count } from '../text/amounts.js';
import { type Excerpt, excerptOf } from '../text/excerpt.js';

/** More than this is too much to look through. */
const MOST_MATCHES = 30;

/** Where the edition says what one looks for, in writing or in speech; then the editions that are called so. */
export function matchesView({ desk, library, query }: Studio): TemplateResult {
  const { edition } = desk;
  const called = (library.editions ?? []).filter(({ slug, title, date }) => {
    const wanted = query.trim().toLowerCase();
    if (wanted === '' || slug === edition?.slug) return false;
    return title.toLowerCase().includes(wanted) || date.includes(wanted);
  });
  const found = edition === undefined ? [] : matchesIn(edition, query);
  const shown = found.slice(0, MOST_MATCHES);
  return html`<p class="nothing" role="status">${foundText(found.length, called.length)}</p>
    <ul class="matches">
      ${shown.map(({ story, segment, before, match, after }) => {
        const href = hashOf({ view: 'edition', edition: edition?.slug ?? '', story, segment: segment.id });
        return html`<li class="entry"><a class="row match" href=${href} dir="auto">${before}<b>${match}</b>${after}</a></li>`;
      })}
      ${called
        .slice(0, MOST_MATCHES)
        .map(
          ({ slug, title, date }) =>
            html`<li class="entry"><a class="row match" href=${hashOf({ view: 'edition', edition: slug })} dir="auto">Edition: <b>${title}</b> · ${date}</a></li>`,
        )}
    </ul>`;
}

function foundText(segments: number, editions: number): string {
  if (segments > 0) return count(segments, 'segment');
  return editions > 0 ? count(editions, 'edition') : 'Not found.';
}

/** The first segment that says what one looks for. */
export function firstMatch({ desk, query }: Studio): Match | undefined {
  return desk.edition === undefined ? undefined : matchesIn(desk.edition, query)[0];
}

interface Match extends Excerpt {
  readonly story: string;
  readonly segment: StudioSegment;
}

function matchesIn(edition: StudioEdition, query: string): readonly Match[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  return edition.stories.flatMap((story) =>
    segmentsIn(story).flatMap((segment) => {
      const text = [segment.source, segment.speech].find((one) => one.toLowerCase().includes(wanted));
      if (text === undefined) return [];
      const from = text.toLowerCase().indexOf(wanted);
      return [{ story: story.slug, segment, ...excerptOf(text, [from, from + wanted.length]) }];
    }),
  );
}
