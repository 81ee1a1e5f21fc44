import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { launchBrowser } from '../../player/pages.js';
import {
  buildFixture,
  type Fixture,
  type StudioWorld,
  startStudio,
  type TestStudio,
} from '../studio-server.js';

/** A studio that runs, and a page of it. */
export interface OpenedStudio {
  readonly studio: TestStudio;
  readonly page: Page;
  readonly context: BrowserContext;
}

/** How the studio is, and the browser. */
export interface StudioOptions extends StudioWorld {
  readonly isEmpty?: boolean;
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
}

/** What a test file gets from `useStudio`. */
export interface StudioBench {
  readonly fixture: Fixture;
  /** Opens the page of a fresh studio, on a copy of the edition `tides` unless the folder is to be empty. */
  open(options?: StudioOptions): Promise<OpenedStudio>;
}

/** Waits for something to become true, on a machine that may be busy. */
export const eventually = <T>(get: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(get, { timeout: 60_000 });

/** One browser and one built edition for a test file; every test has a studio of its own, closed after it. */
export function useStudio(): StudioBench {
  // Browsers are slow where every test file has one.
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
  let browser: Browser;
  let fixture: Fixture;
  const studios: TestStudio[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    [browser, fixture] = await Promise.all([launchBrowser(), buildFixture()]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await Promise.all(studios.splice(0).map((studio) => studio.remove()));
    // Errors of scripts, and what the policy forbids.
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await fixture.remove();
  });

  return {
    get fixture() {
      return fixture;
    },
    async open(options = {}) {
      const { width = 1440, height = 900, colorScheme = 'light', forcedColors = 'none', hash = '' } = options;
      const studio = await startStudio(fixture, options);
      studios.push(studio);
      const context = await browser.newContext({
        ...{ viewport: { width, height }, colorScheme, forcedColors },
      });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) problems.push(message.text());
      });
      await page.goto(`${studio.url}${hash}`);
      return { studio, page, context };
    },
  };
}

/** The segment whose text holds some words. */
export const segmentWith = (page: Page, words: string) =>
  page.getByRole('article').filter({ hasText: words });

/** The words that are marked as heard, on both sides. */
export async function heardWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(CSS.highlights.get('audio-edition-word') ?? [], (range) => range.toString()),
  );
}
