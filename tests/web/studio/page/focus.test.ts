import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../../player/pages.js';
import { eventually, segmentWith, useStudio } from './studio-page.js';

/** What has the focus, as it is called in the page. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

describe.skipIf(noBrowser)('the focus, with a keyboard alone', () => {
  const bench = useStudio();

  it('comes back to the segment when what had it goes away', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'rings at noon').waitFor();
    const comesBack = () => eventually(() => focused(page)).toMatch(/^Segment 2/);
    for (const end of ['Escape', 'Control+Enter']) {
      await page.keyboard.press('Enter');
      await eventually(() => focused(page)).toBe('Spoken text');
      if (end !== 'Escape') await page.keyboard.type(' Twice.');
      await page.keyboard.press(end);
      await comesBack();
    }
    await page.keyboard.press('x');
    await eventually(() => focused(page)).toMatch(/^Segment 2, left out/);
    await page.keyboard.press('u');
    await comesBack();
  });

  it('goes on with an issue: from its text to what will be spoken, to the building, to the edition', async () => {
    const { page } = await bench.open({ isEmpty: true });
    await page.getByRole('textbox', { name: 'Its text' }).fill('# The note\n\nThe lamp is mended.');
    await page.keyboard.press('Control+Enter');
    await eventually(() => focused(page)).toBe('The note');
    await page.getByRole('button', { name: 'Build the edition' }).press('Enter');
    await eventually(() => focused(page)).toMatch(/^Segment 1/);
    expect(page.url()).toContain('#/edition/the-note/');
  });

  it('is in the note of the review, and publishes from there', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'rings at noon').waitFor();
    await page.keyboard.press('x');
    await page.getByText('1 story changed').waitFor();
    await page.keyboard.press('Control+Enter');
    const review = page.getByRole('dialog', { name: 'Review and publish' });
    await review.getByRole('textbox', { name: /Note for listeners/ }).fill('It does not ring.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Published' }).waitFor();
  });

  it('does once what is meant once while a key is held down', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'rings at noon').waitFor();
    await page.keyboard.press('x');
    await page.getByText('1 story changed').waitFor();
    await page.keyboard.down('Control');
    await page.keyboard.down('Enter');
    const review = page.getByRole('dialog', { name: 'Review and publish' });
    await review.waitFor();
    for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.up('Control');
    await eventually(() => focused(page)).toMatch(/^\s*Publish/);
    expect(await review.isVisible()).toBe(true);
    expect(await page.getByRole('dialog', { name: 'Published' }).count()).toBe(0);
  });
});
