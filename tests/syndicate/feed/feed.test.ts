import fc from 'fast-check';
import { parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Show } from '../../../src/edition.js';
import { type EditionSummary, summarize } from '../../../src/syndicate/archive/summary.js';
import { FEED_PAGE_EDITIONS, feedName, renderFeedPage } from '../../../src/syndicate/feed/feed.js';
import { withGuid } from '../../../src/syndicate/guids.js';
import { renderEdition } from '../../../src/syndicate/render-edition.js';
import { runs } from '../../property-runs.js';
import { episodeOf, ISSUE, SHOW, STORIES, type StoryText } from '../sample-edition.js';

const ARTWORK = { name: 'artwork.jpg', mimeType: 'image/jpeg', widthPixels: 3000 } as const;

function summaryOf(
  slug = ISSUE.slug,
  stories: readonly StoryText[] = STORIES,
  title = ISSUE.title,
): EditionSummary {
  const issue = { ...ISSUE, slug, title };
  const { edition } = renderEdition({
    issue,
    episode: episodeOf(stories, slug),
    show: SHOW,
    notices: [],
    audioFiles: [],
  });
  return summarize(edition);
}

function feedOf(editions: readonly EditionSummary[], show: Show = SHOW): string {
  const rhythm = { text: 'Weekly', rule: 'FREQ=WEEKLY' };
  const page = {
    show: withGuid(show, undefined),
    artwork: ARTWORK,
    rhythm,
    editions,
    number: 1,
    pageCount: 1,
  };
  return renderFeedPage({ ...page, changedAt: '2026-03-05' });
}

/** Throws where the text isn't well-formed XML. */
function parseXml(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return text;
}

describe('the feed', () => {
  it('is read by rss-parser, as a podcast player would', async () => {
    const feed = await new RssParser().parseString(feedOf([summaryOf()]));
    expect(feed).toMatchObject({
      title: 'The Slow Post',
      link: 'https://slowpost.example/',
      language: 'en',
      itunes: { author: 'Mara Lindqvist', explicit: 'false', image: `${SHOW.baseUrl}/artwork.jpg` },
    });
    expect(feed.items[0]).toMatchObject({
      title: ISSUE.title,
      link: `${SHOW.baseUrl}/issue-12/`,
      isoDate: '2026-03-05T00:00:00.000Z',
      enclosure: {
        url: `${SHOW.baseUrl}/issue-12/issue-12.mp3?v=0123abcd`,
        length: '123456',
        type: 'audio/mpeg',
      },
      itunes: { duration: '36', explicit: 'false', episodeType: 'full', episode: '12' },
    });
  });

  it('says in the podcast namespace what feedsmith reads there', () => {
    const feed = parseRssFeed(feedOf([summaryOf()]));
    expect(feed.podcast).toMatchObject({
      guid: 'eeafbf61-9f2d-5cd1-9172-43530d3c23b5',
      medium: 'newsletter',
      updateFrequency: { display: 'Weekly', rrule: 'FREQ=WEEKLY' },
      locked: { value: true, owner: SHOW.email },
      txts: [{ display: 'true', purpose: 'ai-content' }],
      persons: [{ display: SHOW.author, role: 'author', group: 'writing' }],
    });
    expect(feed.items?.[0]?.podcast?.transcripts?.map(({ type }) => type)).toEqual([
      'text/vtt',
      'application/x-subrip',
      'application/json',
      'text/html',
      'text/plain',
    ]);
    expect(feed.items?.[0]?.podcast).toMatchObject({
      chapters: { url: `${SHOW.baseUrl}/issue-12/chapters.json`, type: 'application/json+chapters' },
      alternateEnclosures: [
        {
          type: 'audio/mpeg',
          length: 123456,
          default: true,
          sources: [{ uri: expect.stringContaining('?v=0123abcd') }],
        },
      ],
    });
    expect(feed.items?.[0]?.psc?.chapters?.map(({ start }) => start)).toEqual([
      '00:00:00.000',
      '00:00:09.000',
      '00:00:27.000',
    ]);
  });

  it('lists the stories with their times, from 00:00:00, in a description of at most 4000 bytes', () => {
    for (const count of [3, 20, 80]) {
      const stories = Array.from({ length: count }, (_, index) => ({
        slug: `story-${index}`,
        title: `A story with a rather long and winding title, number ${index}`,
        url: `https://slowpost.example/12/story-${index}`,
        paragraphs: ['Words.'],
      }));
      const item = parseRssFeed(feedOf([summaryOf('issue-1', stories)])).items?.[0];
      const description = item?.description ?? '';
      expect(Buffer.byteLength(description)).toBeLessThanOrEqual(4000);
      expect(description).toMatch(/<li>(<a [^>]*>)?00:00:00(<\/a>)? A story/);
      expect(item?.content?.encoded?.match(/<li>/g)).toHaveLength(count);
    }
  });

  it('shows corrections in the notes', () => {
    const corrections = [{ at: '2026-03-06T10:00:00Z', story: 'bell', note: 'It was 1604 & not 1640.' }];
    const item = parseRssFeed(feedOf([{ ...summaryOf(), corrections }])).items?.[0];
    expect(item?.content?.encoded).toContain(
      '<strong>Corrected on 6 March 2026</strong> (A bell under the ice): It was 1604 &amp; not 1640.',
    );
  });

  it('stays well-formed whatever titles say', () => {
    const hostile = fc.constantFrom(
      ']]>',
      '<![CDATA[',
      '&nope;',
      '</title>',
      '\u0000',
      '\u0003',
      '\ud83d',
      '\udc00',
      '\ufffe',
      '"><x a="',
    );
    const title = fc
      .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { minLength: 1 })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(title, (text) => {
        const show = { ...SHOW, title: text, author: text, description: text, copyright: text };
        const edition = summaryOf(
          'issue-12',
          [{ slug: 'a', title: text, url: `https://a.example/${text}`, paragraphs: [text] }],
          text,
        );
        expect(() => parseXml(feedOf([edition], show))).not.toThrow();
      }),
      { numRuns: runs(40) },
    );
  });

  it('has absolute addresses with a base URL and relative ones without', () => {
    const addresses = (xml: string) =>
      [...xml.matchAll(/ (?:url|href|uri)="([^"]*)"|<link>([^<]*)</g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
    expect(addresses(feedOf([summaryOf()])).filter((address) => !address.startsWith('https://'))).toEqual([]);
    const { baseUrl: _, link: __, ...local } = SHOW;
    const relative = addresses(feedOf([{ ...summaryOf(), url: '', stories: [] } as EditionSummary], local));
    expect(relative.filter((address) => /^https?:/.test(address))).toEqual([]);
  });

  it('keeps a long page below 512 KB: the older items get shorter, none is lost', () => {
    const stories = Array.from({ length: 12 }, (_, index) => ({
      slug: `s-${index}`,
      title: `Story ${index} of the week`,
      paragraphs: ['Words and words.'],
    }));
    const editions = Array.from({ length: FEED_PAGE_EDITIONS }, (_, index) =>
      summaryOf(`issue-${index + 1}`, stories),
    );
    const xml = feedOf(editions);
    expect(Buffer.byteLength(xml)).toBeLessThan(512_000);
    const items = parseRssFeed(xml).items ?? [];
    expect(items).toHaveLength(FEED_PAGE_EDITIONS);
    expect(new Set(items.map(({ guid }) => guid?.value)).size).toBe(FEED_PAGE_EDITIONS);
    expect(items.every(({ enclosures, podcast }) => enclosures?.[0] && podcast?.chapters)).toBe(true);
  });

  it('links its pages to each other', () => {
    const page = { show: SHOW, editions: [summaryOf()], number: 2, pageCount: 3 };
    const links = parseRssFeed(renderFeedPage(page)).atom?.links ?? [];
    expect(Object.fromEntries(links.map(({ rel, href }) => [rel, href]))).toEqual({
      self: `${SHOW.baseUrl}/feed-2.xml`,
      first: `${SHOW.baseUrl}/feed.xml`,
      last: `${SHOW.baseUrl}/feed-3.xml`,
      previous: `${SHOW.baseUrl}/feed.xml`,
      next: `${SHOW.baseUrl}/feed-3.xml`,
    });
    expect(feedName(1)).toBe('feed.xml');
  });
});
