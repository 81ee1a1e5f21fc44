import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/edition.js';
import type { AudioEditionElement } from '../../../src/web/player/element.js';
import { eventually, useBrowser } from './browser.js';
import { makeEdition, smallIssue, type WrittenStory } from './make-edition.js';
import { noBrowser } from './pages.js';

const edition = makeEdition(smallIssue);

/** A word of the edition, and a moment in its middle. */
function middleOf(word: string, of: Edition = edition): number {
  const all = of.stories.flatMap((story) => story.segments.flatMap((segment) => segment.words));
  const found = all.find(({ speech }) => speech.startsWith(word));
  return ((found?.startSeconds ?? 0) + (found?.endSeconds ?? 0)) / 2;
}

/** What the page marks under a highlight's name. */
function marked(page: Page, name: string): Promise<string[]> {
  return page.evaluate((key) => {
    const highlight = CSS.highlights.get(`audio-edition-${key}`);
    return Array.from(highlight ?? [], String);
  }, name);
}

async function seekTo(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await page.locator('audio-edition').evaluate((player: AudioEditionElement, to) => {
    player.currentTime = to;
  }, seconds);
}

describe.skipIf(noBrowser)('the text', () => {
  const bench = useBrowser();

  it('shows the words as written, with headings, paragraphs and bullets', async () => {
    const page = await bench.open(edition);
    const text = page.getByRole('group', { name: 'Text' });
    await text.waitFor();
    expect(await text.getByRole('heading').allTextContents()).toEqual(smallIssue.map(({ title }) => title));
    expect(await text.getByRole('listitem').allTextContents()).toHaveLength(3);
    expect(await text.textContent()).toContain('at $2.50 each, paid in three parts.');
  });

  it('marks the word that is heard, as it was written, and its sentence', async () => {
    const page = await bench.open(edition);
    await seekTo(page, middleOf('$2.50'));
    await eventually(() => marked(page, 'word')).toEqual(['$2.50']);
    const sentence = page.locator('.audio-edition-spoken');
    expect(await sentence.textContent()).toMatch(/^In the ledger of 1911 .* three parts\.$/);
    await seekTo(page, middleOf('Mrs.'));
    await eventually(() => sentence.textContent()).toBe('Mrs. Okafor found the page in May.');
  });

  it('follows by whole paragraphs where words have no times', async () => {
    const timeless = makeEdition(smallIssue, { hasWordTimes: false });
    const page = await bench.open(timeless);
    const { startSeconds = 0 } = timeless.stories[1]?.segments[1] ?? {};
    await seekTo(page, startSeconds + 1);
    await eventually(() => page.locator('.audio-edition-spoken').textContent()).toMatch(
      /^Nobody knew .* in May\.$/,
    );
    expect(await marked(page, 'word')).toEqual([]);
  });

  it('plays from a sentence that is clicked', async () => {
    const page = await bench.open(edition);
    await page.getByText('The last one is today’s.').click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    expect(
      await page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.currentTime),
    ).toBeGreaterThan(middleOf('frosts.'));
  });

  it('moves from sentence to sentence by arrows and plays on Enter', async () => {
    const page = await bench.open(edition);
    await page.getByText('Before we begin').last().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('.audio-edition-spoken').textContent()).toMatch(
      /^He wrote down every tree/,
    );
    expect(await page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.paused)).toBe(
      false,
    );
  });

  it('is one stop for the Tab key', async () => {
    const page = await bench.open(edition);
    await page.getByRole('searchbox', { name: 'Search in text' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const stops = await page.getByRole('group', { name: 'Text' }).locator('[tabindex="0"]').count();
    expect(stops).toBe(1);
  });

  it('finds words without regard to case and accents, and goes from match to match', async () => {
    const page = await bench.open(
      makeEdition([{ slug: 'a', title: 'Cafés', text: ['A café. A CAFE. No coffee.'] }]),
    );
    const box = page.getByRole('searchbox', { name: 'Search in text' });
    await box.fill('cafe');
    await page.getByText('1 of 3').waitFor();
    await eventually(() => marked(page, 'found')).toEqual(['Café', 'café', 'CAFE']);
    await box.press('Enter');
    await eventually(() => marked(page, 'found-current')).toEqual(['café']);
    await page.getByRole('button', { name: 'Next match' }).click();
    await eventually(() => marked(page, 'found-current')).toEqual(['CAFE']);
    await page.getByRole('button', { name: 'Previous match' }).click();
    await eventually(() => marked(page, 'found-current')).toEqual(['café']);
    await box.fill('tea');
    await page.getByText('Not found').waitFor();
    await box.press('Escape');
    expect(await marked(page, 'found')).toEqual([]);
  });

  it('scrolls along, waits when the reader scrolls away, and comes back', async () => {
    const long: readonly WrittenStory[] = Array.from({ length: 30 }, (_, index) => ({
      slug: `story-${index}`,
      title: `Story ${index}`,
      text: Array.from(
        { length: 4 },
        (__, line) => `Line ${line} of story ${index} goes on for a while. Then it ends.`,
      ),
    }));
    const page = await bench.open(makeEdition(long, { durationSeconds: 60 }), {
      attributes: 'src="no-7/edition.json" layout="page"',
    });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await seekToPlaying(page, 30);
    const spoken = page.locator('.audio-edition-spoken');
    const isInView = (): Promise<boolean> =>
      spoken.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });
    await eventually(isInView).toBe(true);
    const back = page.getByRole('button', { name: 'Back to the voice' });
    expect(await back.count()).toBe(0);
    await page.waitForTimeout(400);
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, -4000);
    await back.waitFor();
    expect(await isInView()).toBe(false);
    await back.click();
    await eventually(isInView).toBe(true);
    await eventually(() => back.count()).toBe(0);
  });

  it('shows the story that a link leads to', async () => {
    const page = await bench.open(
      makeEdition(
        Array.from({ length: 30 }, (_, index) => ({
          slug: `story-${index}`,
          title: `Story ${index}`,
          text: ['One line. And another.', 'And a third.'],
        })),
      ),
      { attributes: 'src="no-7/edition.json" layout="page"', hash: '#story=story-20' },
    );
    const isInView = (): Promise<boolean> =>
      page.getByRole('heading', { name: 'Story 20' }).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });
    await eventually(isInView).toBe(true);
  });

  it('lets words be selected without playing', async () => {
    const page = await bench.open(edition);
    const sentence = page.getByText('It is wrong by one in twenty');
    await sentence.scrollIntoViewIfNeeded();
    const box = await sentence.boundingBox();
    if (box === null) throw new Error('The sentence is not shown.');
    await page.mouse.move(box.x + 5, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 12, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.paused)).toBe(
      true,
    );
  });

  it('follows the text that a page brings in the slot', async () => {
    const inside = `<article class="reading" slot="text" lang="en"><section data-story="the-clerks-orchard">
      <h2 data-segment="the-clerks-orchard/1">The clerk’s orchard</h2>
      <p data-segment="the-clerks-orchard/2">${edition.stories[1]?.segments[1]?.source}</p></section></article>`;
    const page = await bench.open(edition, { inside });
    await seekTo(page, middleOf('ledger'));
    await eventually(() => marked(page, 'word')).toEqual(['ledger']);
    expect(await page.getByRole('heading', { name: 'The clerk’s orchard' }).count()).toBe(1);
    expect(await page.getByText('A microphone in the lid').count()).toBe(0);
  });
});

async function seekToPlaying(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await page.locator('audio-edition').evaluate((player: AudioEditionElement, to) => {
    player.currentTime = to;
  }, seconds);
}
