import type { Show } from '../../edition.js';
import { rfc2822 } from '../dates.js';
import { showGuid } from '../guids.js';
import { publicAddress } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { oneLine } from '../plain-text.js';
import type { EditionSummary } from '../summary.js';
import { renderCategories } from './categories.js';
import { renderItem } from './item.js';

export interface FeedInput {
  readonly show: Show;
  /** Newest first. */
  readonly editions: readonly EditionSummary[];
  /** Artwork's path under `--out`. */
  readonly artwork?: string;
}

/** `feed.xml`: RSS 2.0. The same bytes for the same editions: no clock is asked. */
export function renderFeed(input: FeedInput): string {
  const feed = markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:psc="http://podlove.org/simple-chapters">
<channel>
${renderChannelHead(input)}${input.editions.map((edition) => renderItem(edition, input.show))}</channel>
</rss>
`;
  return String(feed);
}

function renderChannelHead({ show, editions, artwork }: FeedInput): Markup {
  const home = show.link ?? publicAddress(show, 'index.html');
  const newest = editions[0];
  const picture = artwork === undefined ? undefined : publicAddress(show, artwork);
  const guid = showGuid(show);
  return markup`<title>${oneLine(show.title)}</title>
<link>${home}</link>
<description>${oneLine(show.description)}</description>
<language>${show.language}</language>
<atom:link href="${publicAddress(show, 'feed.xml')}" rel="self" type="application/rss+xml"/>
${newest && markup`<lastBuildDate>${rfc2822(newest.date)}</lastBuildDate>\n`}<generator>audio-edition</generator>
<itunes:author>${oneLine(show.author)}</itunes:author>
<itunes:type>episodic</itunes:type>
<itunes:explicit>${String(show.explicit)}</itunes:explicit>
${renderCategories(show.categories)}${picture !== undefined && markup`<itunes:image href="${picture}"/>\n<image><url>${picture}</url><title>${oneLine(show.title)}</title><link>${home}</link></image>\n`}${
  show.email !== undefined &&
  markup`<itunes:owner><itunes:name>${oneLine(show.author)}</itunes:name><itunes:email>${show.email}</itunes:email></itunes:owner>\n`
}${guid !== undefined && markup`<podcast:guid>${guid}</podcast:guid>\n`}<podcast:medium>newsletter</podcast:medium>
<podcast:txt purpose="ai-content">true</podcast:txt>
`;
}
