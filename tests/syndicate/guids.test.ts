import { describe, expect, it } from 'vitest';
import { editionGuid, makeGuidSeed, makeShowGuid, withGuid } from '../../src/syndicate/guids.js';
import { PODCAST_NAMESPACE, uuidV5 } from '../../src/syndicate/uuid.js';
import { SHOW } from './sample-edition.js';

describe('GUIDs', () => {
  it('of shows are made as the podcast namespace documents it', () => {
    expect(uuidV5('podnews.net/rss', PODCAST_NAMESPACE)).toBe('9b024349-ccf0-5f69-a609-6b82873eab3c');
    expect(makeShowGuid('https://a.example/x')).toBe(uuidV5('a.example/x/feed.xml', PODCAST_NAMESPACE));
  });

  it('of a show are taken from its settings first, then from its past', () => {
    const guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810';
    expect(withGuid({ ...SHOW, guid }, 'old').guid).toBe(guid);
    expect(withGuid(SHOW, 'old').guid).toBe('old');
    expect(withGuid({ ...SHOW, baseUrl: 'https://moved.example' }, 'old').guid).toBe('old');
  });

  it('of an edition stay until it is reissued', () => {
    expect(editionGuid({ slug: 'a', reissues: 0 })).toBe(editionGuid({ slug: 'a', reissues: 0 }));
    const all = [0, 1, 2].map((reissues) => editionGuid({ slug: 'a', reissues }));
    expect(new Set([...all, editionGuid({ slug: 'b', reissues: 0 })]).size).toBe(4);
  });

  it('of two shows differ where the slugs are the same', () => {
    const shows = [
      { ...SHOW, guid: makeShowGuid('https://a.example') },
      { ...SHOW, guid: makeShowGuid('https://b.example') },
      SHOW,
      { ...SHOW, title: 'Another' },
    ];
    const guids = shows.map((show) =>
      editionGuid({ slug: 'issue-1', reissues: 0, guidSeed: makeGuidSeed(show) }),
    );
    expect(new Set(guids).size).toBe(4);
  });

  it('of editions from before seeds stay what they were', () => {
    expect(editionGuid({ slug: 'issue-12', reissues: 0 })).toBe(
      uuidV5('audio-edition/issue-12', PODCAST_NAMESPACE),
    );
  });
});
