import { describe, expect, it } from 'vitest';
import { outlineOf, read } from './reading.js';

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Plum Post</title><language>en-gb</language>
<item><title>Old plums</title><link>https://plum.example/old</link><pubDate>Tue, 05 May 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>They were green.</p>]]></content:encoded></item>
<item><title>New &amp; blue plums</title><link>https://plum.example/new</link><pubDate>Tue, 12 May 2026 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>They are <b>ripe</b>.</p>]]></content:encoded></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Plum Post</title>
<entry><id>urn:1</id><title>Plums</title><link rel="alternate" href="https://plum.example/1"/><published>2026-05-12T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ripe &amp; blue.</p><img src="a.png" alt="A plum"/></div></content></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Plum Post',
  language: 'en-GB',
  items: [
    {
      id: '1',
      url: 'https://plum.example/old',
      title: 'Old plums',
      content_text: 'They were green.',
      date_published: '2026-05-05T10:00:00Z',
    },
    {
      id: '2',
      url: 'https://plum.example/new',
      title: 'New plums',
      content_html: '<p>They are <b>ripe</b>.</p>',
      date_published: '2026-05-12T10:00:00Z',
    },
  ],
});

describe('feeds', () => {
  it('may be JSON Feeds', async () => {
    const issue = await read(JSON_FEED, 'feed.json');
    expect(issue).toMatchObject({
      title: 'New plums',
      date: '2026-05-12',
      language: 'en-GB',
      url: 'https://plum.example/new',
    });
    expect(issue.blocks.map((block) => block.text)).toEqual(['They are ripe.']);
    expect((await read(JSON_FEED, '', { entry: '1' })).title).toBe('New plums');
    const old = await read(JSON_FEED, '', { entry: 'https://plum.example/old' });
    expect(old.blocks.map((block) => block.text)).toEqual(['They were green.']);
    await expect(read(JSON_FEED.slice(0, -20), 'cut.json')).rejects.toThrow(
      'cut.json is a JSON Feed but broken',
    );
  });

  it('give the newest entry with its full content', async () => {
    const issue = await read(RSS, 'feed.xml');
    expect(issue).toMatchObject({
      title: 'New & blue plums',
      date: '2026-05-12',
      language: 'en-GB',
      url: 'https://plum.example/new',
    });
    expect(issue.blocks.map((block) => block.text)).toEqual(['They are ripe.']);
  });

  it.each(['2', 'https://plum.example/old'])('give the entry that --entry %s names', async (entry) => {
    expect((await read(RSS, 'feed.xml', { entry })).title).toBe('Old plums');
  });

  it('say which entries there are when none is named so', async () => {
    await expect(read(RSS, 'feed.xml', { entry: '9' })).rejects.toThrow(
      "The feed feed.xml has 2 entries and none that --entry 9 names; give a number from 1 (the newest) or an entry's address.",
    );
  });

  it('read XHTML of Atom like any other markup', async () => {
    expect(await outlineOf(ATOM, 'atom.xml')).toEqual(['story: Plums', '  paragraph: Ripe & blue.']);
  });

  it('expand no entities of their own', async () => {
    const bomb = RSS.replace(
      '<rss',
      '<!DOCTYPE rss [<!ENTITY a "plum"><!ENTITY b "&a;&a;&a;&a;">]><rss',
    ).replace('New &amp; blue', 'New &b;');
    expect((await read(bomb, 'feed.xml')).title).toBe('New &b; plums');
  });
});
