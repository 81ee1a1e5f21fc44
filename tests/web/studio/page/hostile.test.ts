import { describe, expect, it } from 'vitest';
import { noBrowser } from '../../player/pages.js';
import { eventually, segmentWith, useStudio } from './studio-page.js';

const BAIT = '<img src=x onerror="document.title=1">';
const escaped = BAIT.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An issue whose every text is markup that would run, if it were taken for markup. */
const ISSUE = `<html lang="en"><head><title>${escaped}</title></head><body>
<p>Dear ${escaped} friends, this is a letter.</p>
<h2>${escaped} and a lamp</h2><p>The lamp ${escaped} burns for $2.50.</p>
<figure><img src="x.jpg" alt=""><figcaption>Photograph: ${escaped}</figcaption></figure>
<p>javascript:alert(1) is what it says. {{token}} and \${token} as well.</p>
<h2>The ladder</h2><p>It leans on the oldest tree.</p></body></html>`;

describe.skipIf(noBrowser)('an issue that means harm', () => {
  const bench = useStudio();

  it('is shown as the text that it is, in the plan, on the desk, in dialogs and in fields', async () => {
    const { page, studio } = await bench.open({ isEmpty: true });
    await page.getByRole('textbox', { name: 'Its text' }).fill(ISSUE);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.getByRole('button', { name: 'Build the edition' }).waitFor();
    await page
      .getByText(/onerror/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Build the edition' }).click();
    await segmentWith(page, 'this is a letter').waitFor();
    await page.keyboard.press(']');
    const lamp = segmentWith(page, 'burns for');
    await lamp.waitFor();
    expect(await lamp.textContent()).toContain(BAIT);

    await lamp
      .getByText('The lamp')
      .first()
      .click({ position: { x: 4, y: 8 } });
    await page.keyboard.press('s');
    await page.getByRole('textbox', { name: 'How it is said' }).fill(BAIT);
    await page.getByRole('radio', { name: /Here/ }).check();
    await page.getByRole('button', { name: /^Say it/ }).click();
    await page.getByText('1 story changed').waitFor();
    await page.getByRole('searchbox').fill('onerror');
    await page
      .getByText(/segments?$/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Review and publish…' }).click();
    await page.getByRole('dialog', { name: 'Review and publish' }).waitFor();

    const markup = await page.evaluate(
      () => document.querySelectorAll('img, iframe, script:not([src])').length,
    );
    expect(markup).toBe(0);
    await eventually(() => page.title()).not.toBe('1');
    expect((await page.textContent('body'))?.includes(studio.token)).toBe(false);
  });
});
