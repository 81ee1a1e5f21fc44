import type { Correction } from '../../edition.js';
import type { EditionSummary, StorySummary } from '../archive/summary.js';
import { fullClockTime } from '../clock.js';
import { longDate } from '../dates.js';
import { safeLink } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { oneLine, shorten } from '../plain-text.js';

/** Apple and PSP-1 cut a longer `description`. */
const MAX_DESCRIPTION_BYTES = 4000;

/** How much a list of stories says; the least comes last. */
const DETAILS = ['links and sources', 'links', 'times'] as const;
type Detail = (typeof DETAILS)[number];

/**
 * Show notes in full: how the edition begins, a line a story with its time, sources, corrections. Spotify,
 * YouTube and Apple make chapters of such a list when it starts at 00:00:00.
 *
 * @param page The address of the edition's page; a story's time links to it there.
 */
export function renderShowNotes(edition: EditionSummary, page: string): Markup {
  return notes(edition, page, 'links and sources', edition.stories.length);
}

/** The same in at most 4000 bytes: with fewer links, then with fewer stories, where it would be longer. */
export function renderDescription(edition: EditionSummary, page: string): Markup {
  for (const detail of DETAILS) {
    const candidate = notes(edition, page, detail, edition.stories.length);
    if (fits(candidate)) return candidate;
  }
  for (let count = edition.stories.length - 1; count > 0; count = Math.floor(count * 0.8)) {
    const candidate = notes(edition, page, 'times', count);
    if (fits(candidate)) return candidate;
  }
  return markup`<p>${shorten(edition.excerpt, 500)}</p>`;
}

/** One line: what an edition far down in a long feed is about. */
export function renderShortDescription(edition: EditionSummary): string {
  return edition.excerpt || oneLine(edition.title);
}

function notes(edition: EditionSummary, page: string, detail: Detail, storyCount: number): Markup {
  const issue = safeLink(edition.url);
  const stories = edition.stories.slice(0, storyCount);
  return markup`${edition.excerpt !== '' && markup`<p>${edition.excerpt}</p>\n`}<ul>
${stories.map((story, index) => storyLine(story, index, page, detail))}</ul>
${storyCount < edition.stories.length && markup`<p>…</p>\n`}${edition.corrections.map((correction) =>
  correctionLine(correction, edition),
)}${issue !== undefined && markup`<p><a href="${issue}">Read this issue</a></p>\n`}<p><a href="${page}">Listen and read along</a></p>`;
}

function storyLine(story: StorySummary, index: number, page: string, detail: Detail): Markup {
  const time = fullClockTime(index === 0 ? 0 : story.startSeconds);
  const source = detail === 'links and sources' ? safeLink(story.url) : undefined;
  const timeLink =
    detail === 'times'
      ? markup`${time}`
      : markup`<a href="${page}#story=${encodeURIComponent(story.slug)}">${time}</a>`;
  return markup`<li>${timeLink} ${oneLine(story.title)}${source !== undefined && markup` (<a href="${source}">source</a>)`}</li>\n`;
}

function correctionLine(correction: Correction, edition: EditionSummary): Markup {
  const day = longDate(correction.at, edition.language);
  const story = edition.stories.find(({ slug }) => slug === correction.story);
  return markup`<p><strong>Corrected on ${day}</strong>${story && ` (${oneLine(story.title)})`}: ${oneLine(correction.note)}</p>\n`;
}

function fits(html: Markup): boolean {
  return Buffer.byteLength(String(html)) <= MAX_DESCRIPTION_BYTES;
}
