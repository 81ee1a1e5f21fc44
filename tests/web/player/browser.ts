import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { Edition } from '../../../src/edition.js';
import { bundleWeb } from '../../../src/web/build/bundle.js';
import { launchBrowser, type PageOptions, pageWith } from './pages.js';
import { type Site, startSite } from './server.js';

/** What a test file gets from `useBrowser`. */
export interface Bench {
  readonly site: Site;
  readonly browser: Browser;
  /** Opens `/index.html` of the site with this edition at `/no-7/edition.json`. */
  open(edition: Edition, options?: PageOptions & OpenOptions): Promise<Page>;
}

/** Waits for something to become true, on a machine that may be busy. */
export const eventually = <T>(get: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(get, { timeout: 10_000 });

/** How the browser is. */
export interface OpenOptions {
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly context?: BrowserContext;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** One site and one browser for a test file; every test has its own context, closed after it. */
export function useBrowser(): Bench {
  // Browsers are slow where every test file has one.
  vi.setConfig({ testTimeout: 90_000 });
  let folder = '';
  let site: Site | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'player-'));
    await bundleWeb(folder);
    site = await startSite(folder);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    if (site) Object.assign(site, { isDown: false }).files.clear();
    site?.requests.splice(0);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const running = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The browser runs only inside tests.');
    return value;
  };
  return {
    get site() {
      return running(site);
    },
    get browser() {
      return running(browser);
    },
    async open(edition, options = {}) {
      const here = running(site);
      here.files.set('/no-7/edition.json', JSON.stringify(edition));
      here.files.set('/index.html', pageWith(options));
      const context = options.context ?? (await newContext(running(browser), options));
      const page = await context.newPage();
      await page.goto(`${here.url}/index.html${options.hash ?? ''}`);
      return page;
    },
  };
}

async function newContext(browser: Browser, options: OpenOptions): Promise<BrowserContext> {
  const { width = 1200, height = 900, colorScheme = 'light' } = options;
  return browser.newContext({
    viewport: { width, height },
    colorScheme,
    forcedColors: options.forcedColors ?? 'none',
    reducedMotion: options.reducedMotion ?? 'no-preference',
  });
}
