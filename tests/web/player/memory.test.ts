import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Memory } from '../../../src/web/player/memory.js';
import { memoryKey, momentOf, placeInText } from '../../../src/web/player/memory.js';
import { timelineOf } from '../../../src/web/player/timeline.js';
import { eventually, useBrowser } from './browser.js';
import { makeEdition, smallIssue } from './make-edition.js';
import { noBrowser } from './pages.js';

const edition = makeEdition(smallIssue);
const timeline = timelineOf(edition);
const memoryAt = (seconds: number): Memory => ({
  ...{ version: 1, speed: 1, heard: [] },
  ...placeInText(timeline, seconds),
});

describe('a remembered place', () => {
  it('is the same moment in the same edition', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 59.9, noNaN: true }), (seconds) => {
        expect(momentOf(timeline, memoryAt(seconds))).toBeCloseTo(seconds, 6);
      }),
    );
  });

  it('stays with its paragraph when a correction makes an earlier story longer', () => {
    const [first, ...rest] = smallIssue;
    const longer = {
      ...first,
      slug: 'before-we-begin',
      title: 'Before we begin',
      text: [...(first?.text ?? []), 'Ten more words '.repeat(9)],
    };
    const corrected = timelineOf(makeEdition([longer, ...rest]));
    const segment = timeline.stories[1]?.segments[1];
    const moved = corrected.stories[1]?.segments[1];
    expect(momentOf(corrected, memoryAt((segment?.startSeconds ?? 0) + 1))).toBeCloseTo(
      (moved?.startSeconds ?? 0) + 1,
      6,
    );
  });

  it('falls back to the story, and to nothing', () => {
    const memory = { ...memoryAt(20), segment: 'the-clerks-orchard/99' };
    expect(momentOf(timeline, memory)).toBe(timeline.stories[1]?.startSeconds);
    expect(momentOf(timeline, { ...memory, story: 'gone' })).toBeUndefined();
  });

  it('belongs to a folder and a slug, whatever the file is called', () => {
    const key = memoryKey(edition, 'https://letters.example/no-7/edition.json?v=2');
    expect(memoryKey(edition, 'https://letters.example/no-7/index.html')).toBe(key);
    expect(memoryKey(edition, 'https://letters.example/other/edition.json')).not.toBe(key);
  });
});

describe.skipIf(noBrowser)('coming back', () => {
  const bench = useBrowser();
  const ready = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  const second = (page: Page): Promise<string> => page.getByRole('slider', { name: 'Seek' }).inputValue();

  it('finds place, speed and heard stories again, and asks no server', async () => {
    const page = await bench.open(edition);
    await page.getByRole('combobox', { name: 'Playback speed' }).selectOption('1.3');
    await page.getByRole('slider', { name: 'Seek' }).fill('25');
    await page.reload();
    await ready(page);
    expect(await second(page)).toBe('25');
    expect(await page.getByRole('combobox', { name: 'Playback speed' }).inputValue()).toBe('1.3');
  });

  it('lets a link win over memory', async () => {
    const page = await bench.open(edition);
    await page.getByRole('slider', { name: 'Seek' }).fill('25');
    await page.goto(`${bench.site.url}/index.html?again#story=counting-bees`);
    await ready(page);
    expect(await second(page)).toBe(String(Math.floor(edition.stories[3]?.startSeconds ?? 0)));
    await page.evaluate(() => {
      location.hash = '#t=0:31';
    });
    await eventually(() => second(page)).toBe('31');
  });

  it('goes on by itself where a link says so', async () => {
    const page = await bench.open(edition);
    await page.getByRole('slider', { name: 'Seek' }).fill('25');
    await page.goto(`${bench.site.url}/index.html?again#play`);
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    expect(Number(await second(page))).toBeGreaterThanOrEqual(25);
  });

  it('survives nonsense in storage', async () => {
    const page = await bench.open(edition);
    await page.evaluate(() => {
      const key = `audio-edition:${location.host}/no-7/:no-7`;
      localStorage.setItem(key, '{"version":1,"story":7}');
    });
    await page.reload();
    await ready(page);
    expect(await second(page)).toBe('0');
  });
});
