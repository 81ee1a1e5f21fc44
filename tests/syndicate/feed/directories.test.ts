/**
 * What Apple Podcasts, Spotify and PSP-1 (the Podcast Standards Project) ask of a feed, line by line: first what it must
 * have, then what it should. Each line is proven on a feed with everything that a show can say.
 */
import { describe, expect, it } from 'vitest';
import type { Show } from '../../../src/edition.js';
import { summarize } from '../../../src/syndicate/archive/summary.js';
import { APPLE_CATEGORIES } from '../../../src/syndicate/feed/apple-categories.js';
import { renderFeedPage } from '../../../src/syndicate/feed/feed.js';
import { rhythmOf } from '../../../src/syndicate/feed/rhythm.js';
import { withGuid } from '../../../src/syndicate/guids.js';
import { renderEdition } from '../../../src/syndicate/render-edition.js';
import { uuidV5 } from '../../../src/syndicate/uuid.js';
import { episodeOf, ISSUE, SHOW, STORIES } from '../sample-edition.js';
import { type Element, parseTree } from './xml-tree.js';

const FULL_SHOW: Show = {
  ...SHOW,
  persons: [
    {
      name: 'Mara Lindqvist',
      role: 'host',
      href: 'https://slowpost.example/mara',
      img: 'https://slowpost.example/m.jpg',
    },
  ],
  funding: { url: 'https://slowpost.example/give', text: 'Pay for ink' },
  license: 'cc-by-4.0',
};
const ARTWORK = { name: 'artwork.jpg', mimeType: 'image/jpeg', widthPixels: 3000 } as const;
const ISSUES = [
  { ...ISSUE, slug: 'issue-13', title: 'Issue 13: Two ferries & a late tide', date: '2026-03-12' },
  ISSUE,
  { ...ISSUE, slug: 'issue-11', title: 'Issue 11: Bread by timetable', date: '2026-02-26' },
];

const xml = feed();
const rss = parseTree(xml);
const channel = rss.one('channel');
const items = channel.all('item');
const [first] = items as [Element];
const everyItem = (check: (item: Element) => void) => items.forEach(check);

function feed(): string {
  const long = {
    slug: 'long',
    title: 'A long walk',
    paragraphs: Array.from({ length: 20 }, () => 'Step by step.'),
  };
  const editions = ISSUES.map((issue) => {
    const episode = episodeOf([...STORIES, long], issue.slug);
    const made = renderEdition({ issue, episode, show: FULL_SHOW, notices: [], audioFiles: [] });
    return summarize(made.edition);
  });
  const rhythm = rhythmOf(ISSUES.map(({ date }) => date));
  return renderFeedPage({
    ...{ show: withGuid(FULL_SHOW, undefined), artwork: ARTWORK, editions, number: 1, pageCount: 1 },
    ...(rhythm === undefined ? {} : { rhythm }),
    changedAt: '2026-03-12',
  });
}

const MUSTS: Readonly<Record<string, () => void>> = {
  'an XML declaration in UTF-8': () => expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/),
  'RSS 2.0': () => expect([rss.name, rss.attributes['version']]).toEqual(['rss', '2.0']),
  'the itunes namespace, exactly': () =>
    expect(rss.attributes['xmlns:itunes']).toBe('http://www.itunes.com/dtds/podcast-1.0.dtd'),
  'the podcast namespace, exactly': () =>
    expect(rss.attributes['xmlns:podcast']).toBe('https://podcastindex.org/namespace/1.0'),
  'the atom namespace, exactly': () =>
    expect(rss.attributes['xmlns:atom']).toBe('http://www.w3.org/2005/Atom'),
  'the content namespace, exactly': () =>
    expect(rss.attributes['xmlns:content']).toBe('http://purl.org/rss/1.0/modules/content/'),
  'no space around values': () => {
    const check = (element: Element) => {
      if (element.children.length === 0) expect(element.text).toBe(element.text.trim());
      element.children.forEach(check);
    };
    check(rss);
  },
  'its own address': () =>
    expect(channel.one('atom:link').attributes).toEqual({
      href: `${SHOW.baseUrl}/feed.xml`,
      rel: 'self',
      type: 'application/rss+xml',
    }),
  'a title of at most 255 characters': () => expect(channel.one('title').text).toBe(SHOW.title),
  'a link': () => expect(channel.one('link').text).toBe(SHOW.link),
  'a language by ISO 639': () => expect(channel.one('language').text).toMatch(/^[a-z]{2}(-[a-z]{2})?$/),
  'a description of at most 4000 bytes': () => {
    expect(Buffer.byteLength(channel.one('description').text)).toBeLessThanOrEqual(4000);
    expect(channel.one('description').text).toBe(SHOW.description);
  },
  'categories of Apple’s list, subcategories inside': () => {
    for (const category of channel.all('itunes:category')) {
      const children = APPLE_CATEGORIES[category.attributes['text'] ?? ''];
      for (const child of category.children) expect(children).toContain(child.attributes['text']);
    }
    expect(channel.all('itunes:category').length).toBe(2);
    expect(xml).toContain('text="Society &amp; Culture"');
  },
  'explicit as true or false': () => expect(channel.one('itunes:explicit').text).toBe('false'),
  'a picture whose ending is true to its type': () =>
    expect(channel.one('itunes:image').attributes['href']).toBe(`${SHOW.baseUrl}/artwork.jpg`),
  'an owner with an address to write to': () =>
    expect(channel.one('itunes:owner').one('itunes:email').text).toBe(SHOW.email),
  'items with a title without the number': () =>
    expect(items.map((item) => item.one('title').text)).toEqual([
      'Two ferries & a late tide',
      'A bell under the ice',
      'Bread by timetable',
    ]),
  'items with one enclosure': () => everyItem((item) => void item.one('enclosure')),
  'enclosures at absolute addresses in ASCII': () =>
    everyItem((item) =>
      expect(item.one('enclosure').attributes['url']).toMatch(/^https:\/\/[\x21-\x7e]+\.mp3\?v=[0-9a-f]{8}$/),
    ),
  'enclosures at addresses of their own': () =>
    expect(new Set(items.map((item) => item.one('enclosure').attributes['url'])).size).toBe(items.length),
  'enclosures with their length': () =>
    everyItem((item) => expect(item.one('enclosure').attributes['length']).toBe('123456')),
  'enclosures with their type': () =>
    everyItem((item) => expect(item.one('enclosure').attributes['type']).toBe('audio/mpeg')),
  'GUIDs that are no addresses, and say so': () =>
    everyItem((item) => {
      expect(item.one('guid').attributes['isPermaLink']).toBe('false');
      expect(item.one('guid').text).toMatch(/^[0-9a-f-]{36}$/);
    }),
  'GUIDs of their own': () =>
    expect(new Set(items.map((item) => item.one('guid').text)).size).toBe(items.length),
};

const SHOULDS: Readonly<Record<string, () => void>> = {
  'podcast:guid as the standard makes it': () =>
    expect(channel.one('podcast:guid').text).toBe(
      uuidV5('audio.slowpost.example/show/feed.xml', 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'),
    ),
  'podcast:locked with its owner': () => {
    expect(channel.one('podcast:locked').text).toBe('yes');
    expect(channel.one('podcast:locked').attributes['owner']).toBe(SHOW.email);
  },
  'podcast:medium newsletter': () => expect(channel.one('podcast:medium').text).toBe('newsletter'),
  'podcast:person with role, page and picture': () => {
    const person = channel.one('podcast:person');
    expect(person.text).toBe('Mara Lindqvist');
    expect(person.attributes).toMatchObject({
      role: 'host',
      href: 'https://slowpost.example/mara',
      img: 'https://slowpost.example/m.jpg',
    });
  },
  'podcast:updateFrequency with a rule': () => {
    expect(channel.one('podcast:updateFrequency').text).toBe('Weekly');
    expect(channel.one('podcast:updateFrequency').attributes['rrule']).toBe('FREQ=WEEKLY');
  },
  'podcast:txt that says that the voices are made': () => {
    expect(channel.one('podcast:txt').attributes['purpose']).toBe('ai-content');
    expect(channel.one('podcast:txt').text).toBe('true');
  },
  'podcast:funding': () =>
    expect(channel.one('podcast:funding').attributes['url']).toBe('https://slowpost.example/give'),
  'podcast:license': () => expect(channel.one('podcast:license').text).toBe('cc-by-4.0'),
  'podcast:image with size and type': () =>
    expect(channel.one('podcast:image').attributes).toMatchObject({
      href: `${SHOW.baseUrl}/artwork.jpg`,
      width: '3000',
      'aspect-ratio': '1/1',
      type: 'image/jpeg',
    }),
  'itunes:author': () => expect(channel.one('itunes:author').text).toBe(SHOW.author),
  'itunes:owner with a name': () =>
    expect(channel.one('itunes:owner').one('itunes:name').text).toBe(SHOW.author),
  'itunes:type': () => expect(channel.one('itunes:type').text).toBe('episodic'),
  copyright: () => expect(channel.one('copyright').text).toBe('© Mara Lindqvist'),
  'image with the channel’s title and link': () => {
    const image = channel.one('image');
    expect(image.one('title').text).toBe(channel.one('title').text);
    expect(image.one('link').text).toBe(channel.one('link').text);
    expect(image.one('url').text).toBe(`${SHOW.baseUrl}/artwork.jpg`);
  },
  lastBuildDate: () => expect(channel.one('lastBuildDate').text).toBe('Thu, 12 Mar 2026 00:00:00 GMT'),
  generator: () => expect(channel.one('generator').text).toBe('audio-edition'),
  'a page for each item': () =>
    expect(items.map((item) => item.one('link').text)).toEqual(
      ISSUES.map(({ slug }) => `${SHOW.baseUrl}/${slug}/`),
    ),
  'pubDate with the right weekday': () =>
    everyItem((item) => {
      const text = item.one('pubDate').text;
      expect(text).toMatch(/^Thu, \d\d \w{3} 2026 00:00:00 GMT$/);
      expect(new Date(text).getUTCDay()).toBe(4);
    }),
  'newest first': () => {
    const times = items.map((item) => Date.parse(item.one('pubDate').text));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  },
  'a description of at most 4000 bytes in plain tags': () =>
    everyItem((item) => {
      const html = item.one('description').text;
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(4000);
      const tags = [...html.matchAll(/<\/?(\w+)/g)].map((match) => match[1] ?? '');
      expect(
        tags.filter((tag) => !['p', 'ol', 'ul', 'li', 'a', 'b', 'i', 'strong', 'em'].includes(tag)),
      ).toEqual([]);
    }),
  'a list of times from 00:00:00, one a line, at least three': () => {
    const times = [...first.one('description').text.matchAll(/^<li>(?:<a [^>]*>)?(\d\d:\d\d:\d\d)/gm)];
    expect(times[0]?.[1]).toBe('00:00:00');
    expect(times.length).toBeGreaterThanOrEqual(3);
  },
  'show notes in HTML': () => expect(first.one('content:encoded').text).toContain('<a href="https://'),
  'itunes:duration in whole seconds': () =>
    everyItem((item) => expect(item.one('itunes:duration').text).toMatch(/^\d+$/)),
  'a picture for each item': () =>
    everyItem((item) => expect(item.one('itunes:image').attributes['href']).toMatch(/^https:/)),
  'itunes:explicit for each item': () =>
    everyItem((item) => expect(item.one('itunes:explicit').text).toBe('false')),
  'itunes:episodeType': () => everyItem((item) => expect(item.one('itunes:episodeType').text).toBe('full')),
  'itunes:episode and podcast:episode as whole numbers': () => {
    expect(items.map((item) => item.one('itunes:episode').text)).toEqual(['13', '12', '11']);
    expect(items.map((item) => item.one('podcast:episode').text)).toEqual(['13', '12', '11']);
  },
  'transcripts: WebVTT with its language, and three more forms': () => {
    const types = first.all('podcast:transcript').map(({ attributes }) => attributes['type']);
    expect(types).toEqual([
      'text/vtt',
      'application/x-subrip',
      'application/json',
      'text/html',
      'text/plain',
    ]);
    expect(first.all('podcast:transcript')[0]?.attributes).toMatchObject({ language: 'en', rel: 'captions' });
  },
  'chapters as JSON': () =>
    expect(first.one('podcast:chapters').attributes).toEqual({
      url: `${SHOW.baseUrl}/issue-13/chapters.json`,
      type: 'application/json+chapters',
    }),
  'chapters as Podlove Simple Chapters, which Spotify reads': () => {
    expect(rss.attributes['xmlns:psc']).toBe('http://podlove.org/simple-chapters');
    const chapters = first.one('psc:chapters');
    expect(chapters.attributes['version']).toBe('1.2');
    expect(chapters.children[0]?.attributes['start']).toBe('00:00:00.000');
  },
  'a soundbite of 15 to 120 seconds': () => {
    const seconds = Number(first.one('podcast:soundbite').attributes['duration']);
    expect(seconds).toBeGreaterThanOrEqual(15);
    expect(seconds).toBeLessThanOrEqual(120);
  },
  'an alternate enclosure with source and integrity': () => {
    const sound = first.one('podcast:alternateEnclosure');
    expect(sound.attributes).toMatchObject({ type: 'audio/mpeg', length: '123456', default: 'true' });
    expect(Number(sound.attributes['bitrate'])).toBeGreaterThan(0);
    expect(sound.one('podcast:source').attributes['uri']).toBe(first.one('enclosure').attributes['url']);
    expect(sound.one('podcast:integrity').attributes).toMatchObject({ type: 'sri' });
    expect(sound.one('podcast:integrity').attributes['value']).toMatch(/^sha256-[\w+/]{43}=$/);
  },
};

describe('the feed must have', () => {
  it.each(Object.entries(MUSTS))('%s', (_, check) => check());
});

describe('the feed should have', () => {
  it.each(Object.entries(SHOULDS))('%s', (_, check) => check());
});
