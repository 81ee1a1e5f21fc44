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

/** A narrow window, and 1440 × 900 at a zoom of 200%. */
const NARROW = [
  [800, 900],
  [720, 450],
] as const;

const EMPTY: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: async (page) => {
    await page.getByRole('heading', { name: 'Turn an issue into an audio edition' }).waitFor();
  },
};

/** What is looked at, by the name of its picture, in the order in which it comes about. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  hearing: async (page) => {
    const opener = page.getByRole('button', { name: 'Editions and stories' });
    if (await opener.isVisible()) await opener.click();
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
  text: async (page) => {
    await press(page, ['e']);
    await page.getByRole('textbox', { name: 'Text of the story' }).waitFor();
  },
  wording: async (page) => {
    await page.keyboard.press('Escape');
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
  'taking-back': async (page) => {
    await page.keyboard.press('Escape');
    await press(page, ['u']);
    await page.getByRole('dialog', { name: /^Take back/ }).waitFor();
  },
  keys: async (page) => {
    await page.keyboard.press('Escape');
    await press(page, ['?']);
  },
  'left-out': async (page) => {
    await page.keyboard.press('Escape');
    await press(page, ['x', '[']);
    await page.getByRole('button', { name: 'Leave the story out' }).click();
    await page.getByRole('button', { name: 'Speak this story' }).waitFor();
  },
  finding: async (page) => {
    await press(page, ['/']);
    await page.keyboard.type('clock');
    await page
      .getByText(/^\d+ segments?$/)
      .first()
      .waitFor();
    const opener = page.getByRole('button', { name: /^Checks/ });
    if (await opener.isVisible()) await opener.click();
  },
  refused: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'New edition' }).click();
    await page.getByRole('textbox', { name: 'Its address' }).fill('https://nowhere.invalid/issue');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('alert').waitFor();
  },
  start: async (page) => {
    await page.reload();
    await page.getByRole('heading', { name: 'A new edition' }).waitFor();
  },
  issue: async (page) => {
    const text = await readFile(path.join(root, 'examples/harbour-letter.html'), 'utf8');
    await page.getByRole('textbox', { name: 'Its text' }).fill(text);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.getByRole('button', { name: 'Build the edition' }).waitFor();
  },
  building: async (page) => {
    await page.getByRole('button', { name: 'Another issue' }).click();
    await page.getByRole('textbox', { name: 'Its text' }).fill(HARD_ISSUE);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.getByRole('button', { name: 'Build the edition' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
  },
  hostile: async (page) => {
    await page.getByRole('article').first().waitFor();
    await page.getByRole('searchbox').fill('Donau');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('searchbox').fill('');
  },
  gone: async (page) => {
    await page.route('**/api/events', (route) => route.abort());
    await page.reload();
    await page.getByText(/does not answer/).waitFor();
  },
};

/** Markup for text, titles that have no end, words without a place to break, and writing from right to left. */
const HARD_ISSUE = [
  `# ${'A title that goes on and on '.repeat(8)}`,
  ...Array.from({ length: 40 }, (_, index) => `Paragraph ${index} is here so that the building can be seen.`),
  `## ${'Story of an endless name '.repeat(8)}`,
  `<script>alert(1)</script> &lt;img src=x onerror=alert(1)&gt; costs $2.50 and ${'Donaudampfschiff'.repeat(12)}.`,
  'שלום עולם, the sentence says, 12 times.',
].join('\n\n');

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
      for (const size of SIZES) {
        await takeSeries({ browser, work, folder, scheme, size, states: EMPTY, isEmpty: true });
        await takeSeries({ browser, work, folder, scheme, size, states: STATES });
      }
      const { hearing, saying, takes, review } = STATES;
      for (const size of NARROW)
        await takeSeries({ browser, work, folder, scheme, size, states: { hearing, saying, takes, review } });
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

interface Series {
  readonly browser: Browser;
  readonly work: string;
  readonly folder: string;
  readonly scheme: 'light' | 'dark';
  readonly size: readonly [width: number, height: number];
  readonly states: Readonly<Record<string, ((page: Page) => Promise<void>) | undefined>>;
  readonly isEmpty?: boolean;
}

async function takeSeries({ browser, work, folder, states, ...series }: Series): Promise<void> {
  const { scheme: colorScheme, isEmpty = false } = series;
  const [width, height] = series.size;
  const outDir = await mkdtemp(path.join(work, 'series-'));
  if (!isEmpty) await cp(path.join(work, 'built'), outDir, { recursive: true, preserveTimestamps: true });
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
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(studio.url);
    if (!isEmpty) await page.getByRole('article').first().waitFor();
    for (const [name, reach] of Object.entries(states)) {
      await reach?.(page).catch(async (error: unknown) => {
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
