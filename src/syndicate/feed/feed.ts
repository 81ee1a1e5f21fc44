import type { Show } from '../../edition.js';
import type { EditionSummary } from '../archive/summary.js';
import type { Artwork } from '../artwork.js';
import { publicAddress } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { type ChannelInput, renderChannel } from './channel.js';
import { type ItemContext, renderItem, renderShortItem } from './item.js';

/** Editions on one page of the feed. */
export const FEED_PAGE_EDITIONS = 300;
/** Spotify and some hosts stop reading at 512 KB. */
const MAX_FEED_BYTES = 500_000;

export interface FeedPage extends ChannelInput {
  readonly artwork?: Artwork;
  /** The page's editions, newest first. */
  readonly editions: readonly EditionSummary[];
  /** From 1, which has the newest. */
  readonly number: number;
  readonly pageCount: number;
}

/** `feed.xml`, `feed-2.xml`, … */
export function feedName(page: number): string {
  return page === 1 ? 'feed.xml' : `feed-${page}.xml`;
}

/** One page of the feed: RSS 2.0, paged by RFC 5005. The same bytes for the same editions: no clock is asked. */
export function renderFeedPage(page: FeedPage): string {
  const { show, artwork } = page;
  const context = { show, ...(artwork === undefined ? {} : { picture: publicAddress(show, artwork.name) }) };
  const feed = markup`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:psc="http://podlove.org/simple-chapters">
<channel>
${renderLinks(page)}${renderChannel(page)}${renderItems(page.editions, context)}</channel>
</rss>
`;
  return String(feed);
}

function renderLinks({ show, number, pageCount }: FeedPage): readonly Markup[] {
  const links: (readonly [rel: string, page: number])[] = [['self', number]];
  if (pageCount > 1) links.push(['first', 1], ['last', pageCount]);
  if (number > 1) links.push(['previous', number - 1]);
  if (number < pageCount) links.push(['next', number + 1]);
  return links.map(([rel, page]) => {
    return markup`<atom:link href="${addressOf(show, page)}" rel="${rel}" type="application/rss+xml"/>\n`;
  });
}

function addressOf(show: Show, page: number): string {
  return publicAddress(show, feedName(page));
}

/** Items in full from the newest on, as many as leave room for the others in their short form. */
function renderItems(editions: readonly EditionSummary[], context: ItemContext): readonly Markup[] {
  const short = editions.map((edition) => renderShortItem(edition, context));
  let bytes = short.reduce((sum, item) => sum + bytesOf(item), 0);
  let full = true;
  return editions.map((edition, index) => {
    const shortItem = short[index] as Markup;
    if (!full) return shortItem;
    const item = renderItem(edition, context);
    bytes += bytesOf(item) - bytesOf(shortItem);
    full = bytes <= MAX_FEED_BYTES;
    return full ? item : shortItem;
  });
}

function bytesOf(item: Markup): number {
  return Buffer.byteLength(String(item));
}
