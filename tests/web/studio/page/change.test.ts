import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../../player/pages.js';
import { eventually, heardWords, segmentWith, useStudio } from './studio-page.js';

/** The choice that a list shows. */
const shownIn = (list: Locator): Promise<string | undefined> =>
  list.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.text);

describe.skipIf(noBrowser)('changing', () => {
  const bench = useStudio();

  it('the spoken text in its place, by keyboard, and undoing it with one key', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-pier/2' });
    await segmentWith(page, 'open again').waitFor();
    // What is paused now must not go on once another text is to be heard.
    await page.keyboard.press(' ');
    await eventually(async () => (await heardWords(page)).length).toBeGreaterThan(0);
    await page.keyboard.press(' ');
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Spoken text' });
    await eventually(() => field.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await field.inputValue()).toBe('The pier is open again.');
    await field.fill('The peer is open again.');
    await segmentWith(page, 'open again')
      .getByText(/^23 characters, free$/)
      .first()
      .waitFor();
    await field.press('Control+Enter');
    const changed = page.getByRole('article', { name: 'Segment 2, paragraph, changed' });
    await changed.getByText('peer', { exact: true }).waitFor();
    await page.getByText('1 story changed').waitFor();
    await page.keyboard.press(' ');
    await eventually(() => heardWords(page)).toContain('peer');
    await page.keyboard.press('u');
    await page.getByText('Nothing is changed', { exact: true }).waitFor();
    await page.keyboard.press('Shift+U');
    await changed.getByText('peer', { exact: true }).waitFor();
  });

  it('a take: made, heard, compared with one key each, chosen', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    const noon = segmentWith(page, 'noon');
    await noon.waitFor();
    // The embedded engine says a text always alike; that is said before anybody waits for it.
    await noon.getByText('sounds the same, free').waitFor();
    await page.keyboard.press('r');
    await eventually(async () => (await heardWords(page)).length).toBeGreaterThan(0);
    const takes = noon.getByRole('combobox', { name: 'Take of segment 2' });
    await eventually(() => shownIn(takes)).toContain('Take 2 of 2');
    await page.keyboard.press('1');
    await eventually(() =>
      noon.getByRole('button', { name: 'Hear A: take 1' }).getAttribute('aria-pressed'),
    ).toBe('true');
    await page.keyboard.press('c');
    await eventually(() => shownIn(takes)).toContain('Take 1 of 2');
    await page.keyboard.press('2');
    await noon.getByRole('button', { name: 'Choose it' }).click();
    await eventually(() => noon.getByRole('button', { name: 'Choose it' }).count()).toBe(0);
    await page.getByText('1 story changed').waitFor();
  });

  it('the whole text of a story, as Markdown, by keyboard; and the issue’s own again', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-pier/2' });
    await segmentWith(page, 'open again').waitFor();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'The text of “The pier”' });
    const field = dialog.getByRole('textbox', { name: 'Text of the story' });
    await eventually(() => field.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await field.inputValue()).toBe('The pier is open again.\n\nTickets cost $2.50 each.');
    expect(await dialog.getByRole('button', { name: /^Keep/ }).isDisabled()).toBe(true);
    await field.fill('The pier is open again.\n\n- Tickets are *free*.\n- Dogs too.');
    await dialog.getByText(/^\d+ characters, free$/).waitFor();
    await field.press('Control+Enter');
    await segmentWith(page, 'Tickets are free.').waitFor();
    await page.getByRole('article', { name: 'Segment 4, bullet, changed' }).waitFor();
    // What stays as it was written keeps its take.
    await page.getByRole('article', { name: 'Segment 2, paragraph, ready' }).waitFor();
    await page.getByRole('button', { name: 'Change the text of the story' }).click();
    expect(await field.inputValue()).toContain('*free*');
    await dialog.getByRole('button', { name: 'The issue’s own text' }).click();
    await segmentWith(page, 'Tickets cost').waitFor();
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('u');
    await segmentWith(page, 'Tickets are free.').waitFor();
  });

  it('what is spoken, who speaks, and in which order; each taken back by itself', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-pier/2' });
    await segmentWith(page, 'open again').waitFor();
    await page.keyboard.press('x');
    await page.getByRole('article', { name: 'Segment 2, left out' }).waitFor();
    await page.getByRole('combobox', { name: 'Voice of this story' }).selectOption('kal');
    await eventually(() =>
      page.getByRole('region', { name: 'History' }).getByRole('button', { name: /^Undo/ }).count(),
    ).toBe(2);
    await page.getByRole('button', { name: 'Move the story up' }).click();
    await eventually(() =>
      page
        .getByRole('region', { name: /3 stories/ })
        .getByRole('listitem')
        .first()
        .innerText(),
    ).toContain('The pier');
    const history = page.getByRole('region', { name: 'History' });
    await eventually(() => history.getByRole('button', { name: /^Undo/ }).count()).toBe(3);
    await history.getByRole('button', { name: /^Undo/ }).last().click();
    await page.getByRole('article', { name: /^Segment 2, paragraph/ }).waitFor();
    await eventually(() => history.getByRole('button', { name: /^Undo/ }).count()).toBe(2);
    await page.getByRole('button', { name: 'Leave the story out' }).click();
    await page.getByRole('button', { name: 'Speak this story' }).click();
    await page.getByRole('button', { name: 'Leave the story out' }).waitFor();
  });

  it('shows in a second window, outlives a reload, and learns the token of a server that was started anew', async () => {
    const { page, studio, context } = await bench.open({ hash: '#/edition/tides/the-pier/2' });
    const other = await context.newPage();
    await other.goto(`${studio.url}#/edition/tides/the-pier/2`);
    await segmentWith(other, 'open again').waitFor();
    await segmentWith(page, 'open again').waitFor();
    await page.bringToFront();
    await page.keyboard.press('x');
    await other.getByRole('article', { name: 'Segment 2, left out' }).waitFor();
    await page.reload();
    await page.getByRole('article', { name: 'Segment 2, left out' }).waitFor();
    // The token is another one after a restart; the page learns it by itself.
    await page.route('**/api/**', (route) => {
      const headers = { ...route.request().headers() };
      if ('x-studio-token' in headers && !isRenewed) headers['x-studio-token'] = 'that of the last run';
      return route.continue({ headers });
    });
    let isRenewed = false;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/session')) isRenewed = true;
    });
    await page.keyboard.press('u');
    await page.getByRole('article', { name: /^Segment 2, paragraph/ }).waitFor();
    await other.getByRole('article', { name: /^Segment 2, paragraph/ }).waitFor();
  });

  it('is refused where another window changed the edition in between, and says so', async () => {
    const { page, studio } = await bench.open({ hash: '#/edition/tides/the-pier/2' });
    await segmentWith(page, 'open again').waitFor();
    await page.route('**/api/events', (route) => route.abort());
    await page.reload();
    await segmentWith(page, 'open again').waitFor();
    await studio.post('/api/editions/tides/orders', {
      order: { kind: 'segment-spoken', segment: 'the-pier/3', spoken: false },
    });
    await page.keyboard.press('x');
    await page
      .getByRole('alert')
      .getByText(/Another window changed this edition/)
      .waitFor();
    await page.getByRole('article', { name: 'Segment 3, left out' }).waitFor();
  });
});
