import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, noBrowser } from '../web/player/pages.js';
import { row, runAudioEdition } from './measure.js';

const SEGMENTS = 200;
/** How the segments are divided; one story alone is the most that a page has to draw. */
const STORIES = [8, 1] as const;
/** A new window of Chromium loads pages of its own (tab strip, toolbar); an editor's has done so long ago. */
const WINDOW_MILLISECONDS = 1500;
/** Of which the middle one counts. */
const ROUNDS = 5;

/**
 * The editor's page as an editor meets it, in a real browser with the real command behind it: until an edition of
 * 200 segments stands there and answers to keys (opened by its address, and by a click from another edition), and
 * from the press of a key to a segment's first sound (the first of a page, and one after it).
 */
export async function run(): Promise<void> {
  if (noBrowser) return row('studio', `not measured: ${noBrowser}`);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-studio-'));
  const browser = await launchBrowser();
  let studio: Studio | undefined;
  try {
    for (const stories of STORIES) await buildEdition(folder, stories);
    studio = await startStudio(folder);
    for (const stories of STORIES) await measureOpening(browser, studio.url, stories);
    await measureSound(studio.url);
  } finally {
    studio?.child.kill('SIGINT');
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const slugOf = (stories: number): string => `in-${stories}`;

async function buildEdition(folder: string, stories: number): Promise<void> {
  const text = (number: number) =>
    `Paragraph ${number} tells what lamp number ${number} cost: $${number}.50.`;
  const perStory = SEGMENTS / stories - 1;
  const lines = Array.from({ length: stories }, (_, story) => [
    `## Story ${story + 1}`,
    ...Array.from({ length: perStory }, (__, index) => text(story * perStory + index)),
  ]);
  const issue = path.join(folder, `${slugOf(stories)}.md`);
  await writeFile(issue, [`# ${SEGMENTS} segments in ${stories}`, ...lines.flat()].join('\n\n'));
  const out = path.join(folder, 'output');
  await runAudioEdition(['build', issue, '--slug', slugOf(stories), '--engine', 'local', '--out', out]);
}

interface Studio {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startStudio(folder: string): Promise<Studio> {
  const out = path.join(folder, 'output');
  const child = spawn(process.execPath, ['dist/cli/main.js', 'studio', '--port', '0', '--out', out]);
  let printed = '';
  for (;;) {
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    printed += text.toString('utf8');
    const url = /Studio at (\S+)/.exec(printed)?.[1];
    if (url !== undefined) return { child, url };
  }
}

async function measureOpening(browser: Browser, url: string, stories: number): Promise<void> {
  const byAddress: number[] = [];
  const byClick: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await newPage(browser);
    await page.waitForTimeout(WINDOW_MILLISECONDS);
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${url}#/edition/${slugOf(stories)}`, { waitUntil: 'commit' });
    byAddress.push(await standing(page, slugOf(stories), 0));
    const { metrics } = await client.send('Performance.getMetrics');
    busy.push((metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000);
    const other = slugOf(STORIES.find((one) => one !== stories) ?? stories);
    await page.goto(`${url}?again#/edition/${other}`, { waitUntil: 'commit' });
    await standing(page, other, 0);
    const clickedMs = await page.evaluate((name) => {
      const link = [...document.querySelectorAll<HTMLElement>('nav a')].find((one) =>
        one.textContent?.includes(name),
      );
      const nowMs = performance.now();
      link?.click();
      return nowMs;
    }, `in ${stories}`);
    byClick.push(await standing(page, slugOf(stories), clickedMs));
    await page.context().close();
  }
  const what = `${SEGMENTS} segments in ${stories === 1 ? 'one story' : `${stories} stories`}`;
  row(`${what}: opened by address (goal: 500 ms)`, `${median(byAddress)} ms`);
  row(`${what}: opened by a click (goal: 500 ms)`, `${median(byClick)} ms`);
  row(`${what}: main thread, own time`, `${median(busy)} ms`);
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx gives functions their names by this helper, which is not there in the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  return context.newPage();
}

/**
 * Milliseconds on the page's clock until the text of an edition fills the window down to its end and the main
 * thread has time for a key.
 */
function standing(page: Page, slug: string, fromMs: number): Promise<number> {
  return page.evaluate(
    ([wanted, startMs, widestGapPixels]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const end = document.querySelector('main')?.getBoundingClientRect().bottom ?? Infinity;
          const fills = [...document.querySelectorAll('main article')].some(
            (article) => article.getBoundingClientRect().bottom >= end - widestGapPixels,
          );
          const stands = location.hash.startsWith(`#/edition/${wanted}/`) && fills;
          if (!stands) return void requestAnimationFrame(look);
          // Behind the frame that shows it, and whatever was still to be done before a key would be heard.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startMs)));
        };
        look();
      }),
    [slug, fromMs, 40] as const,
  );
}

/** In a fresh browser each time: what plays sound is asleep in it, as it is for an editor in the morning. */
async function measureSound(url: string): Promise<void> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const browser = await launchBrowser();
    const page = await newPage(browser);
    await page.addInitScript(watchSound);
    await page.goto(`${url}#/edition/${slugOf(STORIES[0])}/story-1/3`);
    await page.locator('article[aria-current]').waitFor();
    // An editor reads before he listens.
    await page.waitForTimeout(1000);
    await page.keyboard.press(' ');
    first.push(await soundDelay(page));
    await page.keyboard.press(' ');
    await page.keyboard.press('j');
    await page.waitForTimeout(500);
    await page.keyboard.press(' ');
    later.push(await soundDelay(page));
    await browser.close();
  }
  row('first sound of a page, from the key (goal: 200 ms)', `${median(first)} ms`);
  row('sound of the next segment, from the key (goal: 200 ms)', `${median(later)} ms`);
}

interface Watched {
  /** From the key's own time to the moment when the clock of the sound has passed its start. */
  delaysMs: number[];
}

/** Runs in the page, before its own script: notes when a key is pressed, and when a sound it began is heard. */
function watchSound(): void {
  const watched: Watched = { delaysMs: [] };
  Object.assign(window, { watched });
  let pressedMs = 0;
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === ' ') pressedMs = timeStamp;
    },
    { capture: true },
  );
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, when = 0, ...rest) {
    start.call(this, when, ...rest);
    const { context } = this;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      if (context.currentTime > when) watched.delaysMs.push(performance.now() - pressedMs);
      else channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  };
}

async function soundDelay(page: Page): Promise<number> {
  const delay = await page.waitForFunction(() =>
    (window as typeof window & { watched: Watched }).watched.delaysMs.shift(),
  );
  return (await delay.jsonValue()) ?? Number.NaN;
}

function median(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(0);
}
