import { describe, expect, it } from 'vitest';
import { noBrowser } from '../../player/pages.js';
import { doubleClickWord } from './double-click.js';
import { eventually, segmentWith, useStudio } from './studio-page.js';

describe.skipIf(noBrowser)('what is typed and not kept', () => {
  const bench = useStudio();

  it('of a spoken text stands in the open field after a reload, until it is kept', async () => {
    const { page, studio } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    const field = page.getByRole('textbox', { name: 'Spoken text' });
    await segmentWith(page, 'rings at noon').waitFor();
    await page.keyboard.press('Enter');
    await field.fill('The bell rings at one.');
    await page.reload();
    await eventually(() => field.inputValue()).toBe('The bell rings at one.');
    await eventually(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    // It waits where it stands, too, while the editor looks at something else.
    await segmentWith(page, 'rings it').getByRole('button', { name: 'Play', exact: true }).click();
    expect(await field.inputValue()).toBe('The bell rings at one.');
    await field.press('Control+Enter');
    await field.waitFor({ state: 'detached' });
    await page.reload();
    await segmentWith(page, 'The bell rings at one.').waitFor();
    expect(await field.count()).toBe(0);
    expect((await studio.get<{ steps: unknown[] }>('/api/editions/tides/draft')).steps).toHaveLength(1);
  });

  it('of a spoken text is given up with Escape', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    const field = page.getByRole('textbox', { name: 'Spoken text' });
    await segmentWith(page, 'rings at noon').waitFor();
    await page.keyboard.press('Enter');
    await field.fill('Nothing of this.');
    await field.press('Escape');
    await page.reload();
    await segmentWith(page, 'rings at noon').waitFor();
    expect(await field.count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('The bell rings at noon.');
  });

  it('of how a word is said, of a story’s text and of a note comes back in its dialog', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/3' });
    const saying = page.getByRole('dialog', { name: 'Say “Vandermolen” like this' });
    await segmentWith(page, 'rings it').waitFor();
    await doubleClickWord(page, 'Vandermolen');
    await saying.getByRole('textbox').fill('van der moh len');
    await saying.getByRole('radio', { name: /Here/ }).check();
    await page.reload();
    await eventually(() => saying.getByRole('textbox').inputValue()).toBe('van der moh len');
    expect(await saying.getByRole('radio', { name: /Here/ }).isChecked()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await saying.waitFor({ state: 'detached' });

    const text = page.getByRole('dialog', { name: 'The text of “The bell”' });
    await page.keyboard.press('e');
    await text.getByRole('textbox').fill('The bell is silent.');
    await page.reload();
    await eventually(() => text.getByRole('textbox').inputValue()).toBe('The bell is silent.');
    await text.getByRole('button', { name: 'Give up' }).click();

    const review = page.getByRole('dialog', { name: 'Review and publish' });
    const note = review.getByRole('textbox', { name: /Note for listeners/ });
    await page.keyboard.press('Control+Enter');
    await note.fill('A name was said wrong.');
    await page.reload();
    await eventually(() => note.inputValue()).toBe('A name was said wrong.');
    await review.getByRole('button', { name: 'Not yet' }).click();
    await page.reload();
    await segmentWith(page, 'rings it').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await eventually(() => note.inputValue()).toBe('A name was said wrong.');
  });

  it('of an issue stands in the empty folder’s page again', async () => {
    const { page } = await bench.open({ isEmpty: true });
    const field = page.getByRole('textbox', { name: 'Its text' });
    await field.fill('# A note\n\nThe lamp is mended.');
    await page.getByRole('textbox', { name: 'Its address' }).fill('https://news.example');
    await page.reload();
    await eventually(() => field.inputValue()).toBe('# A note\n\nThe lamp is mended.');
    expect(await page.getByRole('textbox', { name: 'Its address' }).inputValue()).toBe(
      'https://news.example',
    );
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.getByRole('heading', { name: 'A note' }).waitFor();
    await page.goBack();
    await eventually(() => field.inputValue()).toContain('The lamp is mended.');
    await page.goForward();
    await page.getByRole('button', { name: 'Another issue' }).click();
    await eventually(() => field.inputValue()).toBe('');
  });
});
