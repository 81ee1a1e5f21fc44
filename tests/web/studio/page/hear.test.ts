import { describe, expect, it } from 'vitest';
import { noBrowser } from '../../player/pages.js';
import { eventually, heardWords, segmentWith, useStudio } from './studio-page.js';

describe.skipIf(noBrowser)('reading and hearing', () => {
  const bench = useStudio();

  it('shows what is written beside what is spoken, and marks only what differs', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-pier' });
    const tickets = segmentWith(page, 'Tickets cost');
    await tickets.waitFor();
    expect(await tickets.locator('del').allTextContents()).toEqual(['$2.50']);
    expect(await tickets.locator('ins').allTextContents()).toEqual(['two dollars and fifty cents']);
    expect(await segmentWith(page, 'open again').locator('ins, del').count()).toBe(0);
  });

  it('shows what is left out in its place, with the reason, and speaks it with one click', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-pier' });
    const caption = page.getByRole('group', { name: /^Left out/ });
    await caption.getByText('The pier in May. Photograph: Lars Omdahl').waitFor();
    const order = await page
      .locator('#main article, #main [role=group]')
      .evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
    const places = ['open again', 'The pier in May', 'Tickets'].map((words) =>
      order.findIndex((text) => text.includes(words)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await caption.getByRole('button', { name: 'Speak it' }).click();
    const spoken = page.getByRole('article', { name: /spoken after all/ });
    await spoken.getByText('The pier in May').first().waitFor();
    await page.keyboard.press('u');
    await caption.waitFor();
  });

  it('draws every take from its sound', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell' });
    const noon = segmentWith(page, 'noon');
    await eventually(async () =>
      Number((await noon.locator('svg[viewBox="0 0 448 28"] path').first().getAttribute('d'))?.length),
    ).toBeGreaterThan(500);
    const pictures = await page
      .locator('svg[viewBox="0 0 448 28"] path:first-of-type')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('marks word by word what is heard, on both sides, and goes on by space', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-pier/3' });
    await segmentWith(page, 'Tickets').waitFor();
    await page.keyboard.press(' ');
    const seen = new Set<string>();
    await eventually(async () => {
      for (const word of await heardWords(page)) seen.add(word);
      return seen.has('$2.50') && Array.from(seen).some((word) => /dollars/.test(word));
    }).toBe(true);
    await page.keyboard.press(' ');
    await segmentWith(page, 'Tickets').getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.keyboard.press(' ');
    await eventually(async () => (await heardWords(page)).length).toBe(0);
  });

  it('plays a join, from one segment into the next, and follows a story', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'noon').waitFor();
    await page.keyboard.press('Shift+J');
    const seen = new Set<string>();
    const hear = async (word: RegExp): Promise<boolean> => {
      for (const heard of await heardWords(page)) seen.add(heard);
      return Array.from(seen).some((one) => word.test(one));
    };
    await eventually(() => hear(/noon/)).toBe(true);
    await eventually(() => hear(/Ilse/)).toBe(true);
    await page.keyboard.press('k');
    await page.keyboard.press('Shift+P');
    await eventually(() => segmentWith(page, 'rings it').getAttribute('aria-current')).toBe('true');
  });

  it('folds where there is nothing to look at', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/letter' });
    await page.getByRole('article').first().waitFor();
    const all = await page.getByRole('article').count();
    await page.getByRole('button', { name: 'Only what differs' }).click();
    await page.getByRole('group', { name: /, ready$/ }).waitFor();
    expect(await page.getByRole('article').count()).toBeLessThan(all);
    await page.getByRole('button', { name: /^Unfold/ }).click();
    await eventually(() => page.getByRole('article').count()).toBe(all);
  });
});
