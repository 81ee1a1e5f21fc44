import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page, Response } from 'playwright-core';
import type { Edition } from '../../src/edition.js';
import { bundleWeb } from '../../src/web/build/bundle.js';
import { makeEdition, type WrittenStory } from '../web/player/make-edition.js';
import { launchBrowser, noBrowser, pageWith } from '../web/player/pages.js';
import { type Site, startSite } from '../web/player/server.js';
import { row } from './measure.js';

const podloveFolder = path.dirname(
  createRequire(import.meta.url).resolve('@podlove/web-player/package.json'),
);

/** Loads of which the middle one counts. */
const loads = 5;

const playedSeconds = 5;

/** A player under measurement: its page, and how its large button is found. */
interface Contestant {
  readonly name: string;
  readonly page: string;
  readonly playButton: (page: Page) => Locator;
}

/**
 * Script and style that the player loads (gzip), time until its play button is there, and main-thread time a frame
 * while 5,000 words follow the voice; beside Podlove Web Player, measured the same way on the same site.
 */
export async function run(): Promise<void> {
  if (noBrowser) {
    row('player', `not measured: ${noBrowser}`);
    return;
  }
  const folder = path.join(tmpdir(), 'bench-player');
  await bundleWeb(folder);
  const [site, browser] = [await startSite(folder), await launchBrowser()];
  // Podlove's frame needs inline scripts and styles.
  site.contentSecurityPolicy = '';
  const edition = makeEdition(longIssue(), { durationSeconds: 1800 });
  site.files.set('/no-7/edition.json', JSON.stringify(edition));
  await addPodlove(site, edition);
  const contestants: readonly Contestant[] = [
    {
      name: 'audio-edition',
      page: pageWith(),
      playButton: (page) => page.getByRole('button', { name: 'Play', exact: true }),
    },
    {
      name: 'Podlove Web Player',
      page: podlovePage,
      playButton: (page) => page.frameLocator('iframe').getByText('Play Podcast'),
    },
  ];
  try {
    for (const contestant of contestants) await measure(contestant, site, browser);
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
}

async function measure(
  { name, page: html, playButton }: Contestant,
  site: Site,
  browser: Browser,
): Promise<void> {
  site.files.set('/index.html', html);
  const times: number[] = [];
  let sizes: Promise<number>[] = [];
  let frameMilliseconds = 0;
  for (let load = 0; load < loads; load += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    sizes = [];
    page.on('response', (response) => {
      if (/\/(player|podlove)\/.*\.(js|css)$/.test(response.url())) sizes.push(zippedSize(response));
    });
    const startedMs = performance.now();
    await page.goto(`${site.url}/index.html`, { waitUntil: 'commit' });
    const play = playButton(page);
    await play.waitFor();
    times.push(performance.now() - startedMs);
    if (load === loads - 1) {
      await play.click();
      frameMilliseconds = await frameCost(page);
    }
    await Promise.all(sizes);
    await context.close();
  }
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  row(`${name}: script and style, gzip`, `${(bytes / 1024).toFixed(1)} KB`);
  row(`${name}: until it can be played (median of ${loads})`, `${median(times).toFixed(0)} ms`);
  row(`${name}: main thread a frame, 5,000 words playing`, `${frameMilliseconds.toFixed(2)} ms`);
}

async function zippedSize(response: Response): Promise<number> {
  return gzipSync(await response.body(), { level: 9 }).length;
}

/** Everything that the main thread does while playing, over the frames that were shown. */
async function frameCost(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const busySeconds = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.waitForTimeout(1000);
  const before = await busySeconds();
  const frames = await page.evaluate(async (milliseconds) => {
    let count = 0;
    const end = performance.now() + milliseconds;
    while (performance.now() < end) {
      await new Promise(requestAnimationFrame);
      count += 1;
    }
    return count;
  }, playedSeconds * 1000);
  return (((await busySeconds()) - before) * 1000) / frames;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** 5,000 words in ten stories. */
function longIssue(): readonly WrittenStory[] {
  const sentence = 'The keeper of the tower writes down what the river did today. ';
  return Array.from({ length: 10 }, (_, index) => ({
    slug: `story-${index}`,
    title: `What the river did, part ${index}`,
    text: Array.from({ length: 10 }, () => `${sentence.repeat(4)}Nobody asks why.`),
  }));
}

const podlovePage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A letter</title>
<script src="/podlove/embed.js"></script></head><body><div id="player"></div><script src="/podlove/start.js"></script></body></html>`;

/** Podlove's own files under `/podlove`, with the same sound, stories as chapters and sentences as transcript. */
async function addPodlove(site: Site, edition: Edition): Promise<void> {
  const names = (await readdir(podloveFolder, { recursive: true })).filter((name) =>
    /\.(js|css)$/.test(name),
  );
  for (const name of names.filter((each) => !each.includes('/button/'))) {
    site.files.set(`/podlove/${name}`, await readFile(path.join(podloveFolder, name), 'utf8'));
  }
  const stamp = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);
  const episode = {
    version: 5,
    title: edition.title,
    duration: stamp(edition.durationSeconds),
    audio: [{ url: `${site.url}/no-7/tone-60s.mp3`, size: 60_000, title: 'MP3', mimeType: 'audio/mpeg' }],
    chapters: edition.stories.map(({ startSeconds, title }) => ({ start: stamp(startSeconds), title })),
    transcripts: edition.stories.flatMap(({ segments }) =>
      segments.map(({ startSeconds, endSeconds, source }) => ({
        ...{
          start: stamp(startSeconds),
          start_ms: startSeconds * 1000,
          speaker: '1',
          voice: '1',
          text: source,
        },
        ...{ end: stamp(endSeconds), end_ms: endSeconds * 1000 },
      })),
    ),
  };
  const settings = { version: 5, base: '/podlove/', activeTab: 'transcripts', theme: {} };
  site.files.set(
    '/podlove/start.js',
    `podlovePlayer('#player', ${JSON.stringify(episode)}, ${JSON.stringify(settings)});`,
  );
}
