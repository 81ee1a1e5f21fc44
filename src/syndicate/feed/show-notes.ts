import { fullClockTime } from '../clock.js';
import { safeLink } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { oneLine } from '../plain-text.js';
import type { EditionSummary } from '../summary.js';

/**
 * Show notes as HTML: how the edition begins, then a line a story with its time (Spotify, YouTube and Apple
 * make chapters of such a list if it starts at 00:00:00), then the sources.
 *
 * @param pageAddress The edition's page; a story's time links to it there.
 */
export function renderShowNotes(edition: EditionSummary, pageAddress: string): Markup {
  return markup`${edition.excerpt !== '' && markup`<p>${edition.excerpt}</p>\n`}<ul>
${edition.stories.map((story, index) => {
  const time = fullClockTime(index === 0 ? 0 : story.startSeconds);
  const source = safeLink(story.url);
  return markup`<li><a href="${pageAddress}#story=${encodeURIComponent(story.slug)}">${time}</a> ${oneLine(story.title)}${
    source !== undefined && markup` (<a href="${source}">source</a>)`
  }</li>\n`;
})}</ul>
${safeLink(edition.url) !== undefined && markup`<p><a href="${safeLink(edition.url)}">Read this issue</a></p>`}`;
}
