import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveOutput } from '../../../src/web/serve/serve-output.js';
import { launchBrowser, noBrowser } from '../../web/player/pages.js';
import { SHOW } from '../sample-edition.js';
import { publishSite } from './published-site.js';

const corrections = [
  { at: '2026-03-06T10:00:00Z', story: 'bell', note: 'The bell was cast in 1604.' },
  { at: '2026-03-07T10:00:00Z', note: 'The whole edition was read again.' },
];

describe.skipIf(noBrowser)('the pages, in Chromium', () => {
  let output: string;
  let server: RunningServer;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    output = await publishSite({ former: { corrections } as never }, { ...SHOW, accent: '#aa3300' });
    server = await serveOutput({ directory: output, port: 0 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(path.dirname(output), { recursive: true });
  });

  const open = async (address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    complaints.length = 0;
    const context = await browser.newContext({ bypassCSP: false, ...options });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    return page;
  };
  const fromDisk = (name: string) => pathToFileURL(path.join(output, name)).href;
  const served = (name: string) => `${server.url}${name}`;

  it.each([
    ['opened from disk', fromDisk],
    ['served', served],
  ])('an edition plays and seeks by its stories when %s, within its own policy', async (_, at) => {
    const page = await open(at('issue-12/index.html'));
    const player = page.locator('audio-edition');
    const time = () =>
      player.evaluate((element) => (element as unknown as { currentTime: number }).currentTime);
    await page.getByRole('link', { name: 'Play from 0:09' }).click();
    await expect.poll(time, { timeout: 10_000 }).toBeGreaterThanOrEqual(9);
    expect(await time()).toBeLessThan(20);
    expect(complaints).toEqual([]);
  });

  it('an edition is readable and playable without scripts', async () => {
    const page = await open(served('issue-12/'), { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'On waiting for spring',
      'A bell under the ice',
      'Kiln & Sons',
    ]);
    expect(await page.locator('audio[controls]').count()).toBe(1);
    expect(
      await page.getByRole('navigation', { name: 'Stories' }).getByRole('link').first().getAttribute('href'),
    ).toMatch(/\.mp3\?v=[0-9a-f]{8}#t=0$/);
    await page.getByText('Corrected on 6 March 2026.').waitFor();
    expect(await page.locator('[data-story="bell"] .note').textContent()).toContain(
      'The bell was cast in 1604.',
    );
    expect(await page.locator('article > .note').textContent()).toContain('read again');
  });

  it.each(['index.html', 'issue-12/index.html', 'issue-12/embed.html', 'issue-12/transcript.html'])(
    '%s has nothing that keeps anyone out (axe)',
    async (name) => {
      const page = await open(served(name), { bypassCSP: true });
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') });
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(violations).toEqual([]);
    },
  );

  it.each([360, 1280])(
    'nothing moves while an edition loads at %i pixels, and nothing is wider than the window',
    async (width) => {
      const page = await open(served('issue-12/'), { viewport: { width, height: 780 } });
      await page.waitForFunction(() => customElements.get('audio-edition') !== undefined);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(sum), 300);
          }),
      );
      expect(shift).toBeLessThan(0.1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );

  it("takes the show's colour", async () => {
    const page = await open(served('index.html'));
    expect(
      await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--show-accent')),
    ).toBe('#aa3300');
  });

  it('copies the embed code', async () => {
    const page = await open(served('issue-12/'), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByText('Embed this edition').click();
    await page.getByRole('button', { name: 'Copy embed code' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/issue-12/embed.html"');
  });

  it('tells search engines and other sites what it is', async () => {
    const page = await open(served('issue-12/'));
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({
      '@type': 'PodcastEpisode',
      url: `${SHOW.baseUrl}/issue-12/`,
      partOfSeries: { '@type': 'PodcastSeries', name: SHOW.title, webFeed: `${SHOW.baseUrl}/feed.xml` },
      dateModified: '2026-03-07T10:00:00Z',
    });
    const property = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
    expect(await property('og:title')).toBe('A bell under the ice');
    expect(await property('og:audio')).toMatch(/^https:.*issue-12\.mp3\?v=/);
    expect(await page.locator('link[type="application/json+oembed"]').getAttribute('href')).toBe(
      `${SHOW.baseUrl}/issue-12/oembed.json`,
    );
  });

  it('prints the text without the player', async () => {
    const page = await open(served('issue-12/'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Divers found it').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Play' }).first().isVisible()).toBe(false);
  });
});
