import type { Show } from '../edition.js';
import type { Archive } from './archive/archive.js';
import type { EditionSummary } from './archive/summary.js';
import type { Artwork } from './artwork.js';
import type { ChannelInput } from './feed/channel.js';
import { FEED_PAGE_EDITIONS, feedName, renderFeedPage } from './feed/feed.js';
import { type Rhythm, rhythmOf } from './feed/rhythm.js';
import type { OutputFile } from './output-file.js';
import { INDEX_PAGE_EDITIONS, indexName, renderIndexPage } from './pages/index-page.js';

export interface ShowInput {
  readonly show: Show;
  readonly archive: Archive;
  readonly artwork?: Artwork;
}

/**
 * Writes what the show publishes beside its editions: its colour, its index pages, then the feed's, `feed.xml` last of
 * all. Names are relative to `--out`. Pages are made one at a time; the same editions give the same bytes.
 */
export async function* renderShow(input: ShowInput): AsyncGenerator<OutputFile> {
  const rhythm = rhythmOf(input.archive.editions.map(({ date }) => date));
  const shared = { ...input, ...(rhythm === undefined ? {} : { rhythm }) };
  yield { name: 'player/show.css', content: renderShowStyle(input.show) };
  yield* renderIndex(shared);
  yield* renderFeed(shared);
}

/** The show's colour; the pages' policy allows styles in files only. */
function renderShowStyle({ accent }: Show): string {
  return accent === undefined || !/^#[0-9a-f]{3,8}$/i.test(accent)
    ? ''
    : `:root { --show-accent: ${accent}; }\n`;
}

interface SharedInput extends ShowInput {
  readonly rhythm?: Rhythm;
}

async function* renderIndex(input: SharedInput): AsyncGenerator<OutputFile> {
  const total = input.archive.editions.length;
  const pageCount = Math.max(1, Math.ceil(total / INDEX_PAGE_EDITIONS));
  for (let number = pageCount; number >= 1; number--) {
    const editions = await editionsOfPage(input.archive, number, INDEX_PAGE_EDITIONS);
    yield {
      name: indexName(number),
      content: renderIndexPage({ ...input, editions, number, pageCount, total }),
    };
  }
}

async function* renderFeed(input: SharedInput): AsyncGenerator<OutputFile> {
  const pageCount = Math.max(1, Math.ceil(input.archive.editions.length / FEED_PAGE_EDITIONS));
  for (let number = pageCount; number >= 1; number--) {
    const editions = await editionsOfPage(input.archive, number, FEED_PAGE_EDITIONS);
    const channel: ChannelInput = { ...input, ...lastChange(editions) };
    yield { name: feedName(number), content: renderFeedPage({ ...channel, editions, number, pageCount }) };
  }
}

function editionsOfPage(archive: Archive, number: number, size: number): Promise<readonly EditionSummary[]> {
  return archive.summaries(archive.editions.slice((number - 1) * size, number * size));
}

/** The newest of the editions' dates and their corrections'. */
function lastChange(editions: readonly EditionSummary[]): { readonly changedAt?: string } {
  const times = editions.flatMap(({ date, corrections }) => [date, ...corrections.map(({ at }) => at)]);
  const newest = times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
  return newest === undefined ? {} : { changedAt: newest };
}
