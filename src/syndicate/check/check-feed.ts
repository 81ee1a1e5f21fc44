import { messageOf } from '../../errors.js';
import type { Store } from '../../store/contract.js';
import type { EditionSummary } from '../archive/summary.js';
import { feedName } from '../feed/feed.js';
import { editionGuid } from '../guids.js';
import { audioAddress, encodePath } from '../links.js';
import { type Finding, type Report, reporter } from './finding.js';
import { type ReadItem, readFeed } from './read-feed.js';

const REMEDY = 'run "audio-edition feed"';

/** Holds all pages of the feed against the manifests: every edition once, with its true enclosure. */
export async function checkFeed(
  store: Store,
  editions: readonly EditionSummary[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const items = new Map<string, ReadItem>();
  for (let page = 1; ; page++) {
    const name = feedName(page);
    const bytes = await store.read(name);
    const report = reporter(findings, name, REMEDY);
    if (bytes === undefined) {
      if (page === 1) report('feed-missing', 'there is no feed');
      break;
    }
    if (!readPage(Buffer.from(bytes).toString('utf8'), items, report)) break;
  }
  const report = reporter(findings, feedName(1), REMEDY);
  for (const edition of editions) compare(edition, items.get(editionGuid(edition)), report);
  const known = new Set(editions.map(editionGuid));
  for (const guid of items.keys())
    if (!known.has(guid)) report('feed-item-unknown', `item ${guid} is of no edition here`);
  return findings;
}

/** Adds a page's items; says whether there is a next page. */
function readPage(xml: string, items: Map<string, ReadItem>, report: Report): boolean {
  try {
    const feed = readFeed(xml);
    for (const item of feed.items) {
      if (items.has(item.guid)) report('feed-item-twice', `item ${item.guid} is in the feed twice`);
      items.set(item.guid, item);
    }
    return feed.links['next'] !== undefined;
  } catch (error) {
    report('feed-broken', `it is not well-formed XML (${messageOf(error)})`);
    return false;
  }
}

function compare(edition: EditionSummary, item: ReadItem | undefined, report: Report): void {
  const { slug, audio } = edition;
  if (item === undefined) {
    report('feed-item-missing', `edition "${slug}" is not in the feed`);
    return;
  }
  if (!item.enclosureUrl.endsWith(`${encodePath(slug)}/${audioAddress(audio)}`))
    report('enclosure-differs', `edition "${slug}" has the enclosure ${item.enclosureUrl}, an older version`);
  if (item.enclosureLength !== String(audio.bytes))
    report(
      'enclosure-differs',
      `edition "${slug}" has ${audio.bytes} bytes, its enclosure says ${item.enclosureLength}`,
    );
  if (Math.abs(Number(item.duration) - edition.durationSeconds) > 1)
    report(
      'enclosure-differs',
      `edition "${slug}" lasts ${edition.durationSeconds} s, its item says ${item.duration}`,
    );
}
