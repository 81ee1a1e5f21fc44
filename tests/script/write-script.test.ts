import { describe, expect, it } from 'vitest';
import { scriptJson, writeScript } from '../../src/script/index.js';
import { read, SHOW, scriptOf, VOICES } from '../issue/reading.js';

const HTML =
  '<p>Dear all,</p><p>Hello.</p><p>Yours,</p><p>Ann</p><h2>Plums</h2><p>They are:</p><ul><li>ripe</li><li>blue</li></ul><h2>A message from Jars Ltd</h2><p>Buy jars.</p>';

describe('the script', () => {
  it('casts letter, stories and sponsors', async () => {
    const roles = (await scriptOf(HTML)).stories.map((story) => [
      story.slug,
      ...new Set(story.segments.map((segment) => segment.role)),
    ]);
    expect(roles).toEqual([
      ['letter', 'letter'],
      ['plums', 'narrator'],
      ['a-message-from-jars-ltd', 'sponsor'],
    ]);
  });

  it('lets the narrator stand in for a role that is not cast, and says so', async () => {
    const { value, notices } = writeScript(await read(HTML), {
      show: SHOW,
      voices: { ...VOICES, roles: { narrator: {} } },
    });
    expect(new Set(value.stories.flatMap((story) => story.segments.map((segment) => segment.role)))).toEqual(
      new Set(['narrator']),
    );
    expect(notices.map((notice) => notice.code)).toEqual(['role-unknown', 'role-unknown']);
  });

  it('announces stories with the show’s words, once for a title', async () => {
    const show = { ...SHOW, announce: { story: 'Next story.', sponsor: 'A word from our sponsor.' } };
    const { value } = writeScript(await read(HTML), { show, voices: VOICES });
    expect(
      value.stories
        .map((story) => story.segments[0])
        .map((segment) => [segment?.kind, segment?.source, segment?.speech]),
    ).toEqual([
      ['paragraph', 'Dear all,', expect.stringMatching(/^Dear all/)],
      ['announcement', '', 'Next story.'],
      ['announcement', '', 'A word from our sponsor.'],
    ]);
  });

  it('has slugs that editing a body does not change, and different ones for equal titles', async () => {
    const slugs = async (html: string) => (await scriptOf(html)).stories.map((story) => story.slug);
    expect(await slugs('<h2>Plums</h2><p>One.</p><h2>Plums</h2><p>Two.</p>')).toEqual(['plums', 'plums-2']);
    expect(await slugs('<h2>Plums</h2><p>One, edited.</p><h2>Plums</h2><p>Three.</p>')).toEqual([
      'plums',
      'plums-2',
    ]);
  });

  it('pauses longest after a story, and shortest between the parts of one sentence', async () => {
    const segments = (await scriptOf(HTML)).stories[1]?.segments ?? [];
    const pauses = segments.map((segment) => segment.pauseAfterSeconds);
    expect(Math.max(...pauses)).toBe(pauses.at(-1));
    expect(pauses[2]).toBeLessThan(pauses[0] ?? 0);
  });

  it('cuts what is longer than the engine takes between sentences, else between words, else anywhere', async () => {
    const html = `<p>${'The plums are ripe. '.repeat(20)}</p><p>${'plum '.repeat(80)}</p><p>${'ä'.repeat(300)}</p>`;
    const { value } = writeScript(await read(html), {
      show: SHOW,
      voices: VOICES,
      maxSegmentCharacters: 100,
    });
    const sources = value.stories.flatMap((story) => story.segments.map((segment) => segment.source));
    for (const story of value.stories)
      for (const segment of story.segments) expect(segment.speech.length).toBeLessThanOrEqual(100);
    expect(sources[0]).toBe('The plums are ripe. '.repeat(5).trim());
    expect(sources.join(' ').replace(/ä ä/g, 'ää').replace(/\s+/g, ' ')).toBe(
      `${'The plums are ripe. '.repeat(20)}${'plum '.repeat(80)}${'ä'.repeat(300)}`,
    );
  });

  it('refuses an issue of which nothing is to be spoken, and says why', async () => {
    const issue = await read('<img alt="A plum" src="a.png"><footer>© 2026 Plum Post</footer>', 'plum.html');
    expect(() => writeScript(issue, { show: SHOW, voices: VOICES })).toThrow(
      'Nothing in "Plum" is to be spoken (left out by: alt-text, legal-line); see what `audio-edition script` says about it.',
    );
  });

  it('records a block of which nothing can be said, and keeps silent lines with their neighbour', async () => {
    const { stories, dropped } = await scriptOf(
      '<h2>Plums</h2><p>፩</p><p data-audio-say="">Not this.</p><p>፩<br>They are ripe.<br>— 🎉 —</p>',
    );
    expect(stories[0]?.segments.map((segment) => [segment.source, segment.speech])).toEqual([
      ['Plums', 'Plums.'],
      ['፩ They are ripe. — 🎉 —', 'They are ripe.'],
    ]);
    expect(dropped.map((entry) => [entry.text, entry.rule])).toEqual([
      ['፩', 'nothing-to-say'],
      ['Not this.', 'nothing-to-say'],
    ]);
  });

  it('gives a story the picture above its title, also where a caption stands between', async () => {
    const figure = '<figure><img alt="Loaves" src="l.png"><figcaption>First batch out.</figcaption></figure>';
    const { stories } = await scriptOf(`<h2>Plums</h2><p>Ripe.</p><hr>${figure}<h2>Bread</h2><p>Good.</p>`);
    expect(stories.map(({ slug, picture }) => [slug, picture?.url])).toEqual([
      ['plums', undefined],
      ['bread', 'l.png'],
    ]);
  });

  it('gives a story its first picture and the link of its title', async () => {
    const html =
      '<h2>Pears</h2><p>Green.</p><img src="https://plum.example/a.png" alt="A plum"><h2><a href="https://plum.example/1">Plums</a></h2><p>Ripe.</p>';
    expect((await scriptOf(html)).stories[1]).toMatchObject({
      url: 'https://plum.example/1',
      picture: { url: 'https://plum.example/a.png', alt: 'A plum' },
    });
  });

  it('has a JSON shape that other programs rely on', async () => {
    expect(scriptJson(await scriptOf('<title>Plum Post</title><p>Ripe.</p><p>Share</p>'))).toEqual({
      issue: { slug: 'plum-post', title: 'Plum Post', date: '2026-01-31', language: 'en' },
      stories: [
        {
          slug: 'plum-post',
          title: 'Plum Post',
          kind: 'story',
          segments: [
            {
              id: 'plum-post/1',
              kind: 'paragraph',
              role: 'narrator',
              source: 'Ripe.',
              speech: 'Ripe.',
              pauseAfter: 1.4,
            },
          ],
        },
      ],
      dropped: [
        { kind: 'widget', text: 'Share', rule: 'sharing-line', reason: 'Buttons to share, like or answer.' },
      ],
      notices: [],
    });
  });

  it('records what is said by guess, once, with its place', async () => {
    const html = '<h2>Plums</h2><p>TIRG is ripe.</p><p>TIRG is blue.</p>';
    const { value, notices } = writeScript(await read(html), { show: SHOW, voices: VOICES });
    const guesses = notices.filter(({ code }) => code === 'reading-guessed');
    expect(guesses).toEqual([
      {
        code: 'reading-guessed',
        message:
          '"TIRG" is said as "Tirg", which is a guess: TIRG may be spelled letter by letter. The lexicon of voices.json settles it.',
        story: 'plums',
        segment: 'plums/2',
      },
    ]);
    expect(scriptJson(value, notices)).toMatchObject({ notices });
  });

  it('says nothing in English about what a reader of another language cannot hear', async () => {
    const table = '<table><tr><th>Obst</th><th>Preis</th></tr><tr><td>Pflaume</td><td>1</td></tr></table>';
    const { stories, dropped } = await scriptOf(`<html lang="de"><h2>Obst</h2><p>Reif.</p>${table}</html>`);
    expect(stories[0]?.segments.map(({ speech }) => speech)).toEqual(['Obst.', 'Reif.']);
    expect(dropped.map(({ kind }) => kind)).toEqual(['table']);
  });

  it('says once that a language has no rules', async () => {
    const { notices } = writeScript(await read('<html lang="de"><p>Eins.</p><p>Zwei.</p></html>'), {
      show: SHOW,
      voices: VOICES,
    });
    expect(notices.map(({ code }) => code)).toContain('language-without-rules');
    expect(notices.filter(({ code }) => code === 'language-without-rules')).toHaveLength(1);
  });
});
