import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AudioEditionElement } from '../../../src/web/player/element.js';
import { eventually, type OpenOptions, useBrowser } from './browser.js';
import { makeEdition, smallIssue } from './make-edition.js';
import { noBrowser, type PageOptions } from './pages.js';

const edition = makeEdition(smallIssue);
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const layouts = ['card', 'page', 'embed'] as const;

/** Rules that axe finds broken on the page as it is now. */
async function brokenRules(page: Page): Promise<string[]> {
  // The site's policy allows no script but its own; the browser's own tools may.
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: axeSource });
  const { result } = await client.send('Runtime.evaluate', {
    expression:
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map((n) => n.html.slice(0, 120)).join(" | ")))',
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as string[];
}

describe.skipIf(noBrowser)('the player is for everyone', () => {
  const bench = useBrowser();
  const attributesOf = (layout: string): string => `src="no-7/edition.json" layout="${layout}"`;

  const open = async (options: PageOptions & OpenOptions = {}): Promise<Page> => {
    const page = await bench.open(edition, options);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    return page;
  };

  it.each(layouts)('axe finds nothing in the layout %s, light and dark', async (layout) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open({ attributes: attributesOf(layout), colorScheme });
      await page.getByRole('button', { name: 'Next story' }).click();
      const more = page.getByRole('button', { name: 'More controls' });
      if (await more.isVisible()) await more.click();
      await page.getByRole('button', { name: 'Share' }).click();
      expect(await brokenRules(page)).toEqual([]);
    }
  });

  it.each(layouts)('fits 320 px in the layout %s, without sideways scrolling', async (layout) => {
    const page = await open({ attributes: attributesOf(layout), width: 320, height: 640 });
    await page.getByRole('button', { name: 'Next story' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await brokenRules(page)).toEqual([]);
  });

  it.each(layouts)('has targets of at least 44 px in the layout %s', async (layout) => {
    const page = await open({ attributes: attributesOf(layout), width: 320, height: 700 });
    const more = page.getByRole('button', { name: 'More controls' });
    if (await more.isVisible()) await more.click();
    const small = await page.locator('audio-edition').evaluate((player) => {
      const controls = player.shadowRoot?.querySelectorAll<HTMLElement>(
        'button, select, summary, input, .story, .controls a',
      );
      return Array.from(controls ?? []).flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        const tooSmall = width > 0 && (height < 44 || (width < 44 && !control.matches('[type=range]')));
        return tooSmall ? [`${control.getAttribute('aria-label')} ${width}×${height}`] : [];
      });
    });
    expect(small).toEqual([]);
  });

  it('can be used by keyboard alone, in the order that is seen, with the focus in sight', async () => {
    const page = await open();
    const names: string[] = [];
    let row = 0;
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement?.shadowRoot?.activeElement;
        if (!(element instanceof HTMLElement)) return undefined;
        return {
          name: element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? '',
          outline: getComputedStyle(element).outlineStyle,
          middle: element.getBoundingClientRect().top + element.offsetHeight / 2 + window.scrollY,
        };
      });
      if (focused === undefined) break;
      expect(focused.outline).toBe('solid');
      if (names.length < 12) expect(focused.middle).toBeGreaterThan(row - 24);
      row = focused.middle;
      names.push(focused.name);
    }
    expect(names.slice(0, 12)).toEqual([
      'March 5, 2026: Open the page',
      ...['Seek', 'Previous story', 'Skip back 15 seconds', 'Play', 'Skip ahead 30 seconds', 'Next story'],
      ...['Playback speed', 'Mute', 'Volume', 'Sleep at the end of this story', 'Share'],
    ]);
  });

  it('has keys of its own, which never work while one types', async () => {
    const page = await open();
    const story = (): Promise<string | undefined> =>
      page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.story);
    await page.getByRole('button', { name: 'Play', exact: true }).focus();
    await page.keyboard.press('k');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.keyboard.press('Shift+N');
    expect(await story()).toBe('the-clerks-orchard');
    await page.keyboard.press('Shift+P');
    expect(await story()).toBe('before-we-begin');
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await page.getByRole('searchbox').pressSequentially('km');
    expect(await page.getByRole('searchbox').inputValue()).toBe('km');
    expect(await page.getByRole('button', { name: 'Unmute' }).count()).toBe(1);
  });

  it('speaks German and Spanish, and falls back to English', async () => {
    for (const [language, play] of [
      ['de-AT', 'Abspielen'],
      ['es', 'Reproducir'],
      ['pt', 'Play'],
    ] as const) {
      const page = await bench.open(edition, { language });
      await page.getByRole('button', { name: play, exact: true }).waitFor();
    }
  });

  it('turns its layout from right to left, but not its time', async () => {
    const hebrew = makeEdition(
      [{ slug: 'a', title: 'הפרדס', text: ['שלום לכם. זה המכתב.'] }, ...smallIssue],
      { language: 'he' },
    );
    const page = await bench.open(hebrew, { direction: 'rtl', language: 'he' });
    const seek = page.getByRole('slider', { name: 'Seek' });
    await seek.press('ArrowRight');
    expect(await seek.inputValue()).toBe('5');
    const [time, remaining] = await page
      .locator('audio-edition')
      .evaluate((player) =>
        Array.from(
          player.shadowRoot?.querySelectorAll('.seek .time') ?? [],
          (span) => span.getBoundingClientRect().x,
        ),
      );
    expect(time).toBeLessThan(remaining ?? 0);
    const paragraph = page.getByText('שלום לכם.');
    expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await brokenRules(page)).toEqual([]);
  });

  it('keeps its shapes in forced colours', async () => {
    const page = await open({ forcedColors: 'active' });
    await page.getByRole('button', { name: 'Next story' }).click();
    const current = page.getByRole('list', { name: 'Stories' }).locator('[aria-current]');
    expect(await current.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    expect(await brokenRules(page)).toEqual([]);
  });

  it('moves nothing where motion is not wanted', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    const button = page.getByRole('button', { name: 'Play', exact: true });
    expect(await button.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
  });

  it('tells a screen reader what was done, and nothing else', async () => {
    const page = await open();
    const said = (): Promise<string[]> => page.getByRole('status').allTextContents();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Next story' }).click();
    expect((await said()).join('')).toBe('');
    await page.getByRole('button', { name: 'Sleep at the end of this story' }).click();
    expect((await said()).join('')).toBe('Pauses at the end of this story');
  });

  it('shares a link to the story, with the time if wished, and gives the focus back', async () => {
    const page = await open({ hash: '#t=25' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const share = page.getByRole('button', { name: 'Share' });
    await share.click();
    const link = page.getByRole('textbox', { name: 'Link to this story' });
    expect(await link.inputValue()).toBe(`${bench.site.url}/no-7/#story=the-clerks-orchard`);
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
    await page.getByRole('button', { name: 'Start at 0:25' }).click();
    expect(await link.inputValue()).toBe(`${bench.site.url}/no-7/#story=the-clerks-orchard&t=25`);
    await link.press('Escape');
    await eventually(() => link.count()).toBe(0);
    expect(await share.evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  it('puts story, edition and chapters on the lock screen, and listens to its buttons', async () => {
    const context = await bench.browser.newContext();
    await context.addInitScript(() => {
      const handlers = new Map<string, MediaSessionActionHandler | null>();
      navigator.mediaSession.setActionHandler = (action, handler) => void handlers.set(action, handler);
      Object.assign(window, { handlers });
    });
    const page = await bench.open(edition, {
      context,
      attributes: 'src="no-7/edition.json" show="The Orchard Letter"',
    });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.evaluate(() => Reflect.get(window, 'handlers').get('nexttrack')({ action: 'nexttrack' }));
    const shown = (): Promise<unknown[]> =>
      page.evaluate(() => {
        const { metadata } = navigator.mediaSession;
        return [metadata?.title, metadata?.artist, metadata?.album];
      });
    await eventually(shown).toEqual(['The clerk’s orchard', 'The Orchard Letter', 'The seventh letter']);
    await page.evaluate(() =>
      Reflect.get(window, 'handlers').get('seekto')({ action: 'seekto', seekTime: 40 }),
    );
    await eventually(() =>
      page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.story),
    ).toBe('lantern-oil');
  });
});
