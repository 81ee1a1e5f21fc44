import { describe, expect, it } from 'vitest';
import { renderOembed } from '../../../src/syndicate/embed/oembed.js';
import { renderSnippet } from '../../../src/syndicate/index.js';
import { SHOW } from '../sample-edition.js';

const EDITION = { slug: 'issue-12', title: 'Bells & <ice>', durationSeconds: 1440 };
const ARTWORK = { name: 'artwork.jpg', mimeType: 'image/jpeg', widthPixels: 1400 } as const;

describe('renderSnippet', () => {
  it('gives a table with a picture and a link for the newsletter, and no script', () => {
    const { email } = renderSnippet({ edition: EDITION, show: SHOW, artwork: ARTWORK });
    expect(email).toContain('<a href="https://audio.slowpost.example/show/issue-12/"');
    expect(email).toContain('Listen to this issue, 24 min');
    expect(email).toContain('<img src="https://audio.slowpost.example/show/artwork.jpg" width="72"');
    expect(email).toContain('Bells &amp; &lt;ice&gt;');
    expect(email).not.toMatch(/<script|<style|class=|position:|flex/);
  });

  it('gives a frame for web pages', () => {
    expect(renderSnippet({ edition: EDITION, show: SHOW }).embed).toMatch(
      /^<iframe src="https:\/\/audio\.slowpost\.example\/show\/issue-12\/embed\.html" title="Bells &amp; &lt;ice&gt;, The Slow Post"/,
    );
  });

  it('says what is missing when the show has no address', () => {
    const { baseUrl: _, ...local } = SHOW;
    expect(() => renderSnippet({ edition: EDITION, show: local })).toThrow(/baseUrl/);
  });
});

it('oEmbed has what its specification asks of "rich" answers', () => {
  const answer = JSON.parse(renderOembed(EDITION, SHOW, SHOW.baseUrl ?? '', ARTWORK));
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: expect.any(Number),
    height: expect.any(Number),
    html: expect.stringContaining('<iframe '),
    provider_name: SHOW.title,
    thumbnail_url: 'https://audio.slowpost.example/show/artwork.jpg',
  });
});
