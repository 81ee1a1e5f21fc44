import { parseFeed } from 'podcast-partytime';
import { expect, it } from 'vitest';
import { summarize } from '../../../src/syndicate/archive/summary.js';
import { renderFeedPage } from '../../../src/syndicate/feed/feed.js';
import { editionGuid, withGuid } from '../../../src/syndicate/guids.js';
import { renderEdition } from '../../../src/syndicate/render-edition.js';
import { episodeOf, ISSUE, SHOW, STORIES } from '../sample-edition.js';

it('is understood by the parser of the Podcast Index', () => {
  const { edition } = renderEdition({
    issue: ISSUE,
    episode: episodeOf(STORIES),
    show: SHOW,
    notices: [],
    audioFiles: [],
  });
  const show = withGuid(
    { ...SHOW, funding: { url: 'https://slowpost.example/give', text: 'Pay for ink' }, license: 'cc-by-4.0' },
    undefined,
  );
  const feed = parseFeed(renderFeedPage({ show, editions: [summarize(edition)], number: 1, pageCount: 1 }));
  expect(feed).toMatchObject({
    guid: show.guid,
    medium: 'newsletter',
    locked: true,
    podcastPeople: [{ name: SHOW.author, role: 'Author', group: 'Writing' }],
    podcastFunding: [{ message: 'Pay for ink', url: 'https://slowpost.example/give' }],
  });
  const item = feed?.items[0];
  expect(item).toMatchObject({
    guid: editionGuid(summarize(edition)),
    duration: 36,
    podcastChapters: { url: `${SHOW.baseUrl}/issue-12/chapters.json` },
  });
  expect(item?.podcastTranscripts?.map(({ type }) => type)).toContain('text/vtt');
});
