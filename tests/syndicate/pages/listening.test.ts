import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AudioEditionElement } from '../../../src/web/player/element.js';
import { type RunningServer, serveOutput } from '../../../src/web/serve/serve-output.js';
import { launchBrowser, noBrowser } from '../../web/player/pages.js';
import { ISSUE } from '../sample-edition.js';
import { publishInto, publishSite } from './published-site.js';

const EARLIER = { ...ISSUE, slug: 'issue-11', title: 'Two ferries & a tide', date: '2026-02-26' };
const LATER = { ...ISSUE, slug: 'issue-13', title: 'Bread by timetable', date: '2026-03-12' };

describe.skipIf(noBrowser)('listening to a show of three editions', () => {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  let output: string;
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    output = await publishSite({ issue: EARLIER });
    for (const issue of [ISSUE, LATER]) await publishInto(output, { issue });
    server = await serveOutput({ directory: output, port: 0 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(path.dirname(output), { recursive: true });
  });
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());

  const open = async (name: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${server.url}${name}`);
    return page;
  };
  const playFrom = async (page: Page, seconds: number): Promise<void> => {
    const player = page.locator('audio-edition');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await player.evaluate((element: AudioEditionElement, time) => {
      element.currentTime = time;
      return element.play();
    }, seconds);
  };
  const hearToTheEnd = async (page: Page): Promise<void> => {
    await playFrom(page, 35.5);
    await page.getByRole('button', { name: 'Play again' }).waitFor();
  };

  it('leads on at the end: to the edition before, to the one that came after, to all', async () => {
    const page = await open('issue-12/');
    await hearToTheEnd(page);
    const others = page.getByRole('navigation', { name: 'Other editions' });
    await others.getByRole('link', { name: LATER.title }).waitFor();
    expect(await others.getByRole('link').allTextContents()).toEqual([
      `Next edition: ${LATER.title}`,
      `Previous edition: ${EARLIER.title}`,
      'All editions',
    ]);
    await others.getByRole('link', { name: EARLIER.title }).click();
    await page.getByRole('heading', { level: 1, name: EARLIER.title }).waitFor();
  });

  it('leads on without scripts too', async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false });
    const page = await open('issue-12/');
    const before = page.getByRole('navigation', { name: 'Other editions' }).getByRole('link').first();
    expect(await before.getAttribute('href')).toBe('../issue-11/index.html');
  });

  it('says on the index what was begun and what was heard, on this device', async () => {
    await hearToTheEnd(await open('issue-13/'));
    const begun = await open('issue-12/');
    await playFrom(begun, 12);
    await begun.getByRole('button', { name: 'Pause', exact: true }).click();
    const index = await open('index.html');
    const names = () =>
      index
        .getByRole('link', { name: /^Play / })
        .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    expect(await names()).toEqual([
      `Play ${LATER.title}, Heard`,
      `Play ${ISSUE.title}, 1 min left`,
      `Play ${EARLIER.title}, 1 min`,
    ]);
    await index.getByText('Heard').waitFor();
  });

  it('shows in a frame the line that is spoken, and leads to the page', async () => {
    const page = await open('issue-12/embed.html');
    const line = (text: string) => page.getByText(text).filter({ visible: true });
    await line('On waiting for spring').first().waitFor();
    await playFrom(page, 14);
    await line('Divers found it at $2.50 worth of depth, as the old joke goes.').waitFor();
    const link = page.getByRole('link', { name: /Open the page$/ });
    expect(await link.evaluate((element) => (element as HTMLAnchorElement).href)).toBe(
      `${server.url}issue-12/index.html`,
    );
    await page.getByRole('slider', { name: 'Seek' }).press('End');
    await page.getByRole('link', { name: EARLIER.title }).waitFor();
  });
});
