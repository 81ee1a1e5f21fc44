/**
 * Makes the README's picture from a real page: `npx tsx tests/web/readme-picture.ts EDITION_FOLDER`, where the folder
 * is one that `audio-edition build` has written. Writes `docs/player.png`.
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Edition } from '../../src/edition.js';
import { launchBrowser } from './player/pages.js';

const picture = fileURLToPath(new URL('../../docs/player.png', import.meta.url));

/** Plays the first story for a moment and takes the picture while a word is marked. */
async function takePicture(folder: string): Promise<void> {
  const edition = JSON.parse(await readFile(path.join(folder, 'edition.json'), 'utf8')) as Edition;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
    await playTo(page, placeOf(edition));
    await mkdir(path.dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}

/** A word in the middle of the first long paragraph: near the page's top, so that its head is in the picture. */
function placeOf({ stories }: Edition): number {
  const segments = stories.flatMap((story) => story.segments);
  const words =
    segments.find((segment) => segment.kind === 'paragraph' && segment.words.length > 20)?.words ?? [];
  return words[Math.floor(words.length / 3)]?.startSeconds ?? 0;
}

async function playTo(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await page
    .locator('audio-edition')
    .evaluate((player, to) => Object.assign(player, { currentTime: to }), seconds);
  await page.waitForFunction(() => (CSS.highlights.get('audio-edition-word')?.size ?? 0) > 0);
  // The text scrolls to the voice within 150 ms.
  await page.waitForTimeout(600);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npx tsx tests/web/readme-picture.ts EDITION_FOLDER');
  process.exitCode = 2;
} else {
  await takePicture(path.resolve(folder));
}
