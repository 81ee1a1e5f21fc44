import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AudioEditionElement } from '../../../src/web/player/element.js';
import { eventually, useBrowser } from './browser.js';
import { makeEdition, smallIssue } from './make-edition.js';
import { noBrowser } from './pages.js';
import { startSite } from './server.js';

const edition = makeEdition(smallIssue);

/** The code of the README, as a publisher pastes it. */
const PASTED = `<script type="module" src="/player/audio-edition.js"></script>
<audio-edition src="/no-7/edition.json" show="The Orchard Letter">
  <audio controls preload="none" src="/no-7/tone-60s.mp3"></audio>
  <a href="/no-7/">Listen on the edition's page</a>
</audio-edition>`;

/** What a post's HTML block stands in, and what the theme's stylesheet does to everything in a post. */
const PUBLISHERS = [
  {
    name: "Ghost's HTML card",
    around: (html: string) =>
      `<main class="gh-main"><article class="gh-article post"><section class="gh-content gh-canvas"><p>Hello.</p><!--kg-card-begin: html-->${html}<!--kg-card-end: html--></section></article></main>`,
    css: `*, ::before, ::after { box-sizing: border-box } html { font-size: 62.5% }
      .gh-canvas { display: grid; grid-template-columns: minmax(24px, 1fr) minmax(auto, 720px) minmax(24px, 1fr); letter-spacing: -.01em }
      .gh-canvas > * { grid-column: 2 } .gh-content { font: italic 2rem/1.6 Georgia; text-align: justify }
      .gh-content a { color: red; text-decoration: underline } audio, button, select { width: 100%; border: 3px solid red }`,
  },
  {
    name: "WordPress' Custom HTML block",
    around: (html: string) =>
      `<main class="wp-site-blocks"><div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">${html}</div></main>`,
    css: `.is-layout-constrained > * { max-width: 645px; margin-left: auto !important; margin-right: auto !important }
      .entry-content { font-size: 1.25rem; line-height: 2.2; text-align: center; text-transform: uppercase; letter-spacing: .2em }
      p { margin-bottom: 3em } button { background: black; color: white; padding: 2em } ol, ul { padding-left: 4em; list-style: square }`,
  },
] as const;

describe.skipIf(noBrowser)('where publishers put the player', () => {
  const bench = useBrowser();

  const open = async (body: string, css = '', options: BrowserContextOptions = {}): Promise<Page> => {
    const { site, browser } = bench;
    site.files.set('/no-7/edition.json', JSON.stringify(edition));
    site.files.set('/post/style.css', css);
    site.files.set('/favicon.ico', '');
    site.files.set(
      '/post/index.html',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A post</title><link rel="stylesheet" href="/post/style.css"></head><body>${body}</body></html>`,
    );
    const context = await browser.newContext({ viewport: { width: 900, height: 900 }, ...options });
    const page = await context.newPage();
    await page.goto(`${site.url}/post/index.html`);
    return page;
  };
  const withPolicy = (policy: string): void => {
    const usual = bench.site.contentSecurityPolicy;
    onTestFinished(() => {
      bench.site.contentSecurityPolicy = usual;
    });
    bench.site.contentSecurityPolicy = policy;
  };
  const playAndPause = async (place: Page | FrameLocator): Promise<void> => {
    await place.getByRole('button', { name: 'Play', exact: true }).click();
    await place.getByRole('button', { name: 'Pause', exact: true }).click();
    await place.getByRole('button', { name: 'Play', exact: true }).waitFor();
  };

  it.each(PUBLISHERS)(
    'in $name it works and looks like itself, without a complaint',
    async ({ around, css }) => {
      const complaints: string[] = [];
      const page = await open(around(PASTED), css);
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.reload();
      await playAndPause(page);
      const list = page.getByRole('list', { name: 'Stories' });
      expect(await list.getByRole('listitem').count()).toBe(4);
      const looks = await list
        .getByRole('button')
        .first()
        .evaluate((story) => {
          const { textTransform, letterSpacing, fontStyle, textAlign, borderTopWidth } =
            getComputedStyle(story);
          return { textTransform, letterSpacing, fontStyle, textAlign, borderTopWidth };
        });
      expect(looks).toEqual({
        ...{ textTransform: 'none', letterSpacing: 'normal', fontStyle: 'normal' },
        ...{ textAlign: 'start', borderTopWidth: '0px' },
      });
      expect(await page.getByRole('link', { name: "Listen on the edition's page" }).isVisible()).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(900);
      expect(complaints).toEqual([]);
    },
  );

  it('in a feed reader, which takes scripts and unknown elements away, sound and link remain', async () => {
    const sanitised = PASTED.replace(/<script.*?<\/script>/s, '').replace(/<\/?audio-edition[^>]*>/g, '');
    const page = await open(`<div class="item">${sanitised}</div>`);
    expect(await page.locator('audio[controls]').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: "Listen on the edition's page" }).isVisible()).toBe(true);
  });

  it('where a policy forbids its script, sound and link remain', async () => {
    withPolicy("script-src 'none'");
    const page = await open(PASTED);
    expect(await page.locator('audio[controls]').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: "Listen on the edition's page" }).isVisible()).toBe(true);
  });

  it('in a frame on another site it plays', async () => {
    const other = await startSite('/nowhere');
    onTestFinished(() => other.close());
    other.contentSecurityPolicy = '';
    bench.site.files.set(
      '/no-7/embed.html',
      `<!doctype html><html lang="en"><title>Player</title><script type="module" src="/player/audio-edition.js"></script>
       <audio-edition layout="embed" src="edition.json" page="/no-7/"></audio-edition></html>`,
    );
    const page = await open('');
    other.files.set(
      '/index.html',
      `<!doctype html><html lang="en"><title>Elsewhere</title><iframe src="${bench.site.url}/no-7/embed.html" title="The seventh letter" width="600" height="370" allow="autoplay; clipboard-write; web-share"></iframe></html>`,
    );
    await page.goto(`${other.url}/index.html`);
    const frame = page.frameLocator('iframe');
    await playAndPause(frame);
    await frame.getByRole('button', { name: 'Next story' }).click();
    await frame
      .getByText('Nobody knew whose trees')
      .or(frame.getByText('The clerk’s orchard'))
      .first()
      .waitFor();
    const height = await frame.locator('html').evaluate((root) => root.scrollHeight);
    expect(height).toBeLessThanOrEqual(370);
  });

  it('speaks alone, also against a frame of the same site', async () => {
    withPolicy("default-src 'self'");
    bench.site.files.set(
      '/no-7/embed.html',
      `<!doctype html><html lang="en"><title>Player</title><script type="module" src="/player/audio-edition.js"></script>
       <audio-edition layout="embed" src="edition.json"></audio-edition></html>`,
    );
    const page = await open(
      `${PASTED}<iframe src="/no-7/embed.html" title="Again" width="600" height="370"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  });

  it.each(['card', 'page', 'embed'])(
    'at twice the size all of it can be reached in the layout %s',
    async (layout) => {
      // A window of 1280 × 800 pixels at 200%.
      const zoomed = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
      const page = await open(
        PASTED.replace('src="/no-7/edition', `layout="${layout}" src="/no-7/edition`),
        'body { margin: 0 40px }',
        zoomed,
      );
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      const more = page.getByRole('button', { name: 'More controls' });
      if (await more.isVisible()) await more.click();
      for (const name of [
        'Previous story',
        'Skip back 15 seconds',
        'Skip ahead 30 seconds',
        'Next story',
        'Share',
      ]) {
        const control = page.getByRole('button', { name });
        await control.scrollIntoViewIfNeeded();
        const box = await control.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 640 && box.y >= 0 && box.y + box.height <= 400).toBe(
          true,
        );
      }
      await page.getByRole('combobox', { name: 'Playback speed' }).selectOption('1.5');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    },
  );

  it('tells nobody anything unless the page asks, and then by events without bubbling', async () => {
    const page = await open(PASTED);
    const player = page.locator('audio-edition');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect(
      await player.evaluate((element: AudioEditionElement) => [element.onplay, element.onstorychange]),
    ).toEqual([null, null]);
    await player.evaluate((element: AudioEditionElement) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      element.onplay = () => heard.push('play');
      element.onstorychange = ({ detail }) => heard.push(detail.story);
      document.body.addEventListener('play', () => heard.push('bubbled'));
    });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Next story' }).click();
    await eventually(() => page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([
      'play',
      'the-clerks-orchard',
    ]);
    expect(bench.site.requests.filter((path) => !/player|no-7|post|favicon/.test(path))).toEqual([]);
  });
});
