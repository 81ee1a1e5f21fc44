import { describe, expect, it } from 'vitest';
import { noBrowser } from '../../player/pages.js';
import { multiplyEdition } from '../many-editions.js';
import { eventually, segmentWith, useStudio } from './studio-page.js';

describe.skipIf(noBrowser)('many long editions', () => {
  const bench = useStudio();

  it('are listed, found by their name, opened at any place, and drawn to their end', async () => {
    const { page, studio } = await bench.open();
    await multiplyEdition({ outDir: studio.outDir, slug: 'tides', editions: 110, times: 30 });
    await page.reload();
    const editions = page.getByRole('region', { name: 'Editions' });
    await eventually(() => editions.getByRole('listitem').count()).toBe(100);
    await editions.getByRole('button', { name: 'Show older editions' }).click();
    await eventually(() => editions.getByRole('listitem').count()).toBe(111);

    await page.keyboard.press('/');
    await page.keyboard.type('number 37');
    await page.getByRole('link', { name: 'Edition: Edition number 37' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => page.url()).toContain('#/edition/no-37/letter-1/1');
    await page.getByRole('region', { name: '90 stories' }).waitFor();
    await page.getByRole('searchbox').fill('$2.50');
    await page.getByText('30 segments', { exact: true }).waitFor();
    await page.getByRole('searchbox').press('Enter');
    await eventually(() => segmentWith(page, 'Tickets').getAttribute('aria-current')).toBe('true');
    expect(page.url()).toContain('#/edition/no-37/the-pier-1/');

    // Straight to the last story, and by keys back to the one before.
    await page.goto(`${studio.url}#/edition/no-37/the-bell-30/3`);
    await eventually(() => segmentWith(page, 'rings it').getAttribute('aria-current')).toBe('true');
    await page.keyboard.press('[');
    await eventually(() => page.url()).toContain('#/edition/no-37/the-pier-30/');
  });
});
