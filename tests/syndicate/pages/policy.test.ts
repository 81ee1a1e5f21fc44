import { describe, expect, it } from 'vitest';
import { summarize } from '../../../src/syndicate/archive/summary.js';
import { renderIndexPage } from '../../../src/syndicate/pages/index-page.js';
import { CONTENT_SECURITY_POLICY } from '../../../src/syndicate/pages/policy.js';
import { renderEdition } from '../../../src/syndicate/render-edition.js';
import { episodeOf, ISSUE, SHOW, STORIES } from '../sample-edition.js';

const ARTWORK = { name: 'artwork.jpg', mimeType: 'image/jpeg', widthPixels: 3000 } as const;
const { edition, files } = renderEdition({
  issue: ISSUE,
  episode: episodeOf(STORIES),
  show: SHOW,
  notices: [],
  audioFiles: [],
  artwork: ARTWORK,
  before: { slug: 'issue-11', title: 'Two ferries' },
});
const index = renderIndexPage({
  ...{ show: SHOW, artwork: ARTWORK, editions: [summarize(edition)] },
  ...{ number: 1, pageCount: 1, total: 1 },
});
const file = (name: string) => files.find((candidate) => candidate.name === name)?.content ?? '';
const PAGES = [
  ['index.html of the show', index],
  ['index.html of an edition', file('index.html')],
  ['embed.html', file('embed.html')],
] as const;

describe.each(PAGES)('%s', (_, html) => {
  it('carries a policy that allows nothing from elsewhere', () => {
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  });

  it('keeps to it: no styles, handlers or scripts of its own in it', () => {
    expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
    for (const [, attributes = ''] of html.matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/ src="(\.\.\/)?player\/| type="application\/(ld\+)?json"/);
  });

  it('loads scripts, styles, pictures and sound from the show alone', () => {
    const loaded = [
      ...html.matchAll(/<(?:script|img|audio|link rel="(?:stylesheet|icon)")[^>]* (?:src|href)="([^"]*)"/g),
    ];
    expect(loaded.length).toBeGreaterThan(3);
    for (const [, address] of loaded) expect(address).not.toMatch(/^(https?:)?\/\//);
  });
});

const dataIn = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}') as object;
const propertiesIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta property="([^"]*)" content="([^"]*)">/g)].map(([, key, text]) => [key, text]),
  );

describe('what other sites and search engines read', () => {
  it('is a series on the index', () => {
    expect(dataIn(index)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'PodcastSeries',
      name: SHOW.title,
      url: `${SHOW.baseUrl}/`,
      webFeed: `${SHOW.baseUrl}/feed.xml`,
      image: `${SHOW.baseUrl}/artwork.jpg`,
    });
    expect(propertiesIn(index)).toMatchObject({ 'og:type': 'website', 'og:url': `${SHOW.baseUrl}/` });
  });

  it('is an episode on its page, with its sound, its stories and its series', () => {
    expect(dataIn(file('index.html'))).toMatchObject({
      '@type': 'PodcastEpisode',
      datePublished: ISSUE.date,
      duration: 'PT36S',
      associatedMedia: { '@type': 'AudioObject', encodingFormat: 'audio/mpeg', contentSize: '123456' },
      hasPart: STORIES.map(({ title }) => ({ '@type': 'Clip', name: title })),
      partOfSeries: { '@type': 'PodcastSeries' },
    });
    expect(propertiesIn(file('index.html'))).toMatchObject({
      'og:type': 'article',
      'og:title': ISSUE.title,
      'og:site_name': SHOW.title,
      'og:url': `${SHOW.baseUrl}/issue-12/`,
      'og:image': `${SHOW.baseUrl}/artwork.jpg`,
      'og:audio:type': 'audio/mpeg',
    });
  });
});
