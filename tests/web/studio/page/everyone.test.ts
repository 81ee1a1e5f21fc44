import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../../player/pages.js';
import { eventually, segmentWith, useStudio } from './studio-page.js';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that axe finds broken on the page as it is now. */
async function brokenRules(page: Page): Promise<string[]> {
  // The page's policy allows no script but its own; the browser's own tools may.
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: axeSource });
  const { result } = await client.send('Runtime.evaluate', {
    expression:
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map((n) => n.html.slice(0, 120)).join(" | ")))',
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as string[];
}

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement === document.body ? null : document.activeElement;
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return name.trim().replace(/\s+/g, ' ');
  });

describe.skipIf(noBrowser)('the studio is for everyone', () => {
  const bench = useStudio();

  it.each(['light', 'dark'] as const)('axe finds nothing in any of its states, %s', async (colorScheme) => {
    const { page } = await bench.open({ colorScheme, hash: '#/edition/tides/the-bell/3' });
    await segmentWith(page, 'rings it').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Spoken text' }).fill('Ilse rings it.');
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 story changed').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('s');
    await page.getByRole('dialog').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'The text of “The bell”' }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: 'Review and publish' }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Leave the story out' }).click();
    await page.getByRole('button', { name: 'Speak this story' }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.getByRole('button', { name: 'New edition' }).click();
    await page.getByRole('heading', { name: 'A new edition' }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
  });

  it('is worked by keyboard alone: every control is reached, in the order that is seen, with the focus in sight', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/1' });
    await segmentWith(page, 'noon').waitFor();
    const names: string[] = [];
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      const name = await focusedName(page);
      if (name === '') break;
      const outline = await page.evaluate(() => {
        const element = document.activeElement;
        return element === null ? '' : getComputedStyle(element).outlineStyle;
      });
      expect([name, outline]).toEqual([name, 'solid']);
      names.push(name);
    }
    const wanted = [
      ...['All keys', 'New edition', 'Find a sentence', 'Play story', 'Voice anew'],
      ...['Voice of this story', 'Change the text of the story'],
      ...['Segment 1, title, ready', 'Play the join to the next segment', 'New take', 'Say it like this'],
      ...['Change the text that is spoken', 'Leave out the segment'],
    ];
    expect(
      names.filter((name) => wanted.includes(name)).filter((name, i, all) => all.indexOf(name) === i),
    ).toEqual(wanted);
  });

  it('walks by j and k with the focus, and gives it back when a dialog closes', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'noon').waitFor();
    await page.keyboard.press('j');
    await eventually(() => focusedName(page)).toBe('Segment 3, paragraph, ready');
    await page.keyboard.press('k');
    await eventually(() => focusedName(page)).toBe('Segment 2, paragraph, ready');
    await page.keyboard.press('[');
    await eventually(() => page.url()).toContain('#/edition/tides/the-pier');
    await page.keyboard.press(']');
    await eventually(() => focusedName(page)).toBe('Segment 1, title, ready');
    const here = await focusedName(page);
    await page.keyboard.press('s');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => focusedName(page)).toBe(here);
  });

  it('keeps its keys out of fields, and turns single letters off', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'noon').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('x? u');
    expect(await page.getByRole('searchbox').inputValue()).toBe('x? u');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
    await segmentWith(page, 'noon').click({ position: { x: 20, y: 4 } });
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: /Single letters/ }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.keyboard.press('?');
    await page.keyboard.press('ArrowDown');
    await eventually(() => segmentWith(page, 'rings it').getAttribute('aria-current')).toBe('true');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByText('Nothing is changed', { exact: true }).waitFor();
  });

  it('tells a screen reader what was done, and nothing that happens by itself', async () => {
    const { page } = await bench.open({ hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'noon').waitFor();
    const said = async (): Promise<string> =>
      (await page.getByRole('status').allTextContents()).join('').trim();
    await page.keyboard.press(' ');
    await segmentWith(page, 'noon').getByRole('button', { name: 'Pause: Play' }).waitFor();
    expect(await said()).toBe('');
    await page.keyboard.press('ArrowRight');
    await eventually(said).toBe('The');
    await page.keyboard.press('x');
    await eventually(said).toMatch(/left out/i);
    await page.keyboard.press('u');
    await eventually(said).toMatch(/^Undone: /);
  });

  it.each([
    [1440, 900],
    [1024, 768],
    [320, 640],
  ])('fits %i × %i, without sideways scrolling, with targets of 24 px at least', async (width, height) => {
    const { page } = await bench.open({ width, height, hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'noon').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const small = await page.evaluate(() =>
      Array.from(document.querySelectorAll('button, select, input:not([type=checkbox]), nav a')).flatMap(
        (control) => {
          const { width: wide, height: high } = control.getBoundingClientRect();
          const isSeen = wide > 1 && getComputedStyle(control).visibility === 'visible';
          return isSeen && (wide < 24 || high < 24) ? [`${control.textContent} ${wide}×${high}`] : [];
        },
      ),
    );
    expect(small).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
  });

  it('keeps checks and history in a drawer where the window is narrow', async () => {
    const { page } = await bench.open({ width: 1024, height: 768, hash: '#/edition/tides/the-bell/2' });
    await segmentWith(page, 'noon').waitFor();
    const history = page.getByRole('heading', { name: 'History' });
    expect(await history.isVisible()).toBe(false);
    const opener = page.getByRole('button', { name: /^Checks/ });
    await opener.click();
    await history.waitFor();
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'hidden' });
  });

  it('keeps its shapes in forced colours', async () => {
    const { page } = await bench.open({ forcedColors: 'active', hash: '#/edition/tides/the-bell/2' });
    const noon = segmentWith(page, 'noon');
    await noon.waitFor();
    expect(await noon.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    expect(await brokenRules(page)).toEqual([]);
  });
});
