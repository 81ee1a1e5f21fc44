import type { Show } from '../../edition.js';
import { exactClockTime } from '../clock.js';
import { rfc2822 } from '../dates.js';
import { editionGuid } from '../guids.js';
import { audioAddress, encodePath, publicAddress } from '../links.js';
import { asCdata, type Markup, markup } from '../markup.js';
import { oneLine } from '../plain-text.js';
import type { EditionSummary } from '../summary.js';
import { renderShowNotes } from './show-notes.js';

/** An edition as an item of the feed. */
export function renderItem(edition: EditionSummary, show: Show): Markup {
  const folder = publicAddress(show, encodePath(edition.slug));
  const notes = renderShowNotes(edition, `${folder}/index.html`);
  return markup`<item>
<title>${oneLine(edition.title)}</title>
<link>${folder}/index.html</link>
<guid isPermaLink="false">${editionGuid(edition.slug)}</guid>
<pubDate>${rfc2822(edition.date)}</pubDate>
<description>${asCdata(notes)}</description>
<content:encoded>${asCdata(notes)}</content:encoded>
<enclosure url="${folder}/${audioAddress(edition.audio)}" length="${edition.audio.bytes}" type="${edition.audio.mimeType}"/>
<itunes:duration>${Math.round(edition.durationSeconds)}</itunes:duration>
<itunes:explicit>${String(show.explicit)}</itunes:explicit>
<itunes:episodeType>full</itunes:episodeType>
<podcast:transcript url="${folder}/transcript.vtt" type="text/vtt" language="${edition.language}" rel="captions"/>
<podcast:chapters url="${folder}/chapters.json" type="application/json+chapters"/>
${renderSimpleChapters(edition)}
</item>
`;
}

/** Podlove Simple Chapters: the ones that Spotify and AntennaPod read. */
function renderSimpleChapters(edition: EditionSummary): Markup {
  const chapters = edition.stories.map((story, index) => {
    const start = exactClockTime(index === 0 ? 0 : story.startSeconds);
    return markup`<psc:chapter start="${start}" title="${oneLine(story.title)}"/>\n`;
  });
  return markup`<psc:chapters version="1.2">\n${chapters}</psc:chapters>`;
}
