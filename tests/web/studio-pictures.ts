/**
 * Takes the studio's pictures in both schemes and both sizes: `npx tsx tests/web/studio-pictures.ts FOLDER`. Builds the sample
 * issue with the embedded engine, changes it as an editor would, and looks at every state. `--keep` also writes
 * `docs/studio.png`.
 */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build, loadConfig, nodeHost } from '../../src/index.js';
import { bundleWeb } from '../../src/web/build/bundle.js';
import { serveStudio } from '../../src/web/studio/serve-studio.js';
import { launchBrowser } from './player/pages.js';
import { doubleClickWord } from './studio/page/double-click.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SIZES = [
  [1440, 900],
  [1024, 768],
] as const;

/** What is looked at, by the name of its picture, in the order in which it comes about. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  hearing: async (page) => {
    await page.getByRole('link', { name: /^A Clock That Runs on Tide/ }).click();
    await press(page, ['j', 'j', 'j', ' ']);
    await page.waitForFunction(() => (CSS.highlights.get('audio-edition-word')?.size ?? 0) > 1);
    await page.waitForTimeout(2500);
    await press(page, [' ']);
  },
  saying: async (page) => {
    await doubleClickWord(page, 'Lindqvist');
    await page.getByRole('textbox', { name: 'How it is said' }).fill('Lind-kvist');
    await page
      .getByText(/^\d+ segments?$/)
      .last()
      .waitFor();
  },
  takes: async (page) => {
    await page
      .getByRole('button', { name: /^Say it/ })
      .last()
      .click();
    await page.getByText(/^\d+ stor(y|ies) changed$/).waitFor();
    await press(page, [' ']);
    await page.getByRole('button', { name: 'Pause: Play' }).waitFor();
    await page.getByText(/^Take 1 of 1/).waitFor({ state: 'attached' });
    await press(page, ['r']);
    await page
      .getByText(/^Take 2 of 2/)
      .first()
      .waitFor({ state: 'attached' });
    await press(page, ['1']);
    await page.getByRole('button', { name: 'Choose it' }).waitFor();
    await page.waitForTimeout(600);
  },
  wording: async (page) => {
    await press(page, ['j', 'j', 'Enter']);
    await page.getByRole('textbox', { name: 'Spoken text' }).waitFor();
  },
  review: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Review and publish…' }).click();
    await page.getByRole('textbox', { name: /Note for listeners/ }).fill('A name was said wrong.');
  },
  published: async (page) => {
    await page.getByRole('button', { name: /^Publish/ }).click();
    await page.getByRole('dialog', { name: 'Published' }).waitFor({ timeout: 90_000 });
  },
  keys: async (page) => {
    await page.keyboard.press('Escape');
    await press(page, ['?']);
  },
  start: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New edition' }).click();
  },
  issue: async (page) => {
    const text = await readFile(path.join(root, 'examples/harbour-letter.html'), 'utf8');
    await page.getByRole('textbox', { name: 'Its text' }).fill(text);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.getByRole('button', { name: 'Build the edition' }).waitFor();
  },
};

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    // The page draws between two keys, as it does for people.
    await page.waitForTimeout(100);
  }
}

async function takePictures(folder: string, keep: boolean): Promise<void> {
  const work = await mkdtemp(path.join(tmpdir(), 'studio-pictures-'));
  const browser = await launchBrowser();
  try {
    await prepare(work);
    for (const scheme of ['light', 'dark'] as const) {
      for (const size of SIZES) await takeSeries(browser, work, folder, scheme, size);
    }
    if (keep) await cp(path.join(folder, 'saying-1440-light.png'), path.join(root, 'docs/studio.png'));
  } finally {
    await browser.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** The sample issue, built once; every series works on a copy. */
async function prepare(work: string): Promise<void> {
  await bundleWeb(path.join(work, 'web'));
  const host = { ...nodeHost(), webFolder: path.join(work, 'web') };
  const config = await settings();
  const request = {
    issue: path.join(root, 'examples/harbour-letter.html'),
    outDir: path.join(work, 'built'),
  };
  await build({ ...request, reading: { slug: 'harbour-letter' }, config }, host);
}

const settings = () =>
  loadConfig({
    directory: root,
    showFile: path.join(root, 'examples/show.json'),
    environment: { searchPath: process.env['PATH'] ?? '' },
    engine: 'local',
  });

async function takeSeries(
  browser: Browser,
  work: string,
  folder: string,
  colorScheme: 'light' | 'dark',
  [width, height]: (typeof SIZES)[number],
): Promise<void> {
  const outDir = await mkdtemp(path.join(work, 'series-'));
  await cp(path.join(work, 'built'), outDir, { recursive: true, preserveTimestamps: true });
  const voices = path.join(work, 'voices.json');
  const studio = await serveStudio({
    ...{ outDir, port: 0, version: '', loadConfig: settings, voices: { from: voices, file: voices } },
    hostFor: (signal, onEvent) => ({
      ...nodeHost({ signal, ...(onEvent && { onEvent }) }),
      webFolder: path.join(work, 'web'),
    }),
    onFailure: (error) => console.error(error),
  });
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  page.setDefaultTimeout(120_000);
  try {
    await page.goto(studio.url);
    await page.getByRole('article').first().waitFor();
    for (const [name, reach] of Object.entries(STATES)) {
      await reach(page).catch(async (error: unknown) => {
        await page.screenshot({ path: path.join(folder, 'failed.png') });
        throw error;
      });
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  } finally {
    await page.close();
    await studio.close();
  }
}

const [folder, option] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npx tsx tests/web/studio-pictures.ts FOLDER [--keep]');
  process.exitCode = 2;
} else {
  await mkdir(folder, { recursive: true });
  await takePictures(path.resolve(folder), option === '--keep');
}
