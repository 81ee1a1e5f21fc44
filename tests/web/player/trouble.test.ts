import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AudioEditionElement } from '../../../src/web/player/element.js';
import { eventually, useBrowser } from './browser.js';
import { makeEdition, smallIssue } from './make-edition.js';
import { noBrowser } from './pages.js';

const edition = makeEdition(smallIssue);

describe.skipIf(noBrowser)('when something is wrong', () => {
  const bench = useBrowser();
  const play = (page: Page): Promise<void> => page.getByRole('button', { name: 'Play', exact: true }).click();

  it('says that the audio is missing, and leads to the page', async () => {
    const page = await bench.open(makeEdition(smallIssue, { audioFile: 'gone.mp3' }));
    await play(page);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('The audio was not found.');
    expect(await alert.getByRole('link').getAttribute('href')).toBe(`${bench.site.url}/no-7/`);
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByText('Nobody knew whose trees they were.').isVisible()).toBe(true);
  });

  it('says that the edition is missing, and shows what stands inside the element', async () => {
    const page = await bench.open(edition, {
      attributes: 'src="no-8/edition.json"',
      inside: '<a href="elsewhere.mp3">Listen elsewhere</a>',
    });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('This edition was not found.');
    expect(await page.getByRole('link', { name: 'Listen elsewhere' }).isVisible()).toBe(true);
  });

  it.each(['{', '{"schema":2}', 'null', '[]'])('does not take %s for an edition', async (text) => {
    const page = await bench.open(edition, { attributes: 'src="odd/edition.json"' });
    bench.site.files.set('/odd/edition.json', text);
    await page.reload();
    expect(await page.getByRole('alert').textContent()).toContain('This edition did not load.');
  });

  it('says that the connection is lost and goes on by itself at the same moment', async () => {
    const page = await bench.open(edition, { hash: '#t=20' });
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    bench.site.isDown = true;
    await play(page);
    await page.getByText('The connection is lost.').waitFor();
    bench.site.isDown = false;
    await eventually(() =>
      page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.currentTime),
    ).toBeGreaterThan(20.2);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(1);
  });

  it('says when the device goes offline, and takes it back', async () => {
    const page = await bench.open(edition);
    await play(page);
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('The connection is lost.').waitFor();
    await page.context().setOffline(false);
    await eventually(() => page.getByRole('alert').count()).toBe(0);
  });

  it('plays an edition that comes without texts and times', async () => {
    const bare = edition.stories.map(({ segments: _, ...story }) => story);
    const page = await bench.open(edition);
    bench.site.files.set('/no-7/edition.json', JSON.stringify({ ...edition, stories: bare }));
    await page.reload();
    await page.getByRole('button', { name: 'Next story' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  });

  it('opens another edition in the same element', async () => {
    const page = await bench.open(edition);
    await play(page);
    bench.site.files.set(
      '/no-8/edition.json',
      JSON.stringify(makeEdition([{ slug: 'x', title: 'Next week', text: ['More.'] }])),
    );
    await page.locator('audio-edition').evaluate((player: AudioEditionElement) => {
      player.src = 'no-8/edition.json';
    });
    await page.getByRole('heading', { name: 'Next week' }).waitFor();
    expect(await page.locator('audio').getAttribute('src')).toContain('/no-8/');
    await play(page);
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  });

  it.each(['en_US', 'x', ''])('does not fail on the language %j', async (language) => {
    const page = await bench.open(edition, { language });
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('does not run scripts that an edition carries', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
    const page = await bench.open(makeEdition([{ slug: 'a', title: evil, text: [evil] }], { title: evil }));
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect(await page.title()).toBe('A letter');
    expect(await page.getByRole('group', { name: 'Text' }).textContent()).toContain(evil);
  });

  it('does not link to scripts', async () => {
    const [first, ...rest] = edition.stories;
    const evil = { ...edition, stories: first ? [{ ...first, url: 'javascript:alert(1)' }, ...rest] : [] };
    const page = await bench.open(evil);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  it('keeps to a strict policy', async () => {
    const page = await bench.open(edition);
    const violations: string[] = [];
    page.on('console', (message) => violations.push(message.text()));
    await page.reload();
    await play(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('searchbox').fill('trees');
    await page.getByRole('button', { name: 'Next story' }).click();
    expect(violations.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });
});

describe.skipIf(noBrowser)('without scripts, or opened from disk', () => {
  const bench = useBrowser();
  const inside = '<audio controls src="no-7/tone-60s.mp3"></audio><a href="no-7/">The edition’s page</a>';

  it('is a plain player and a link', async () => {
    const context = await bench.browser.newContext({ javaScriptEnabled: false });
    const page = await bench.open(edition, { inside, context });
    expect(await page.locator('audio[controls]').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'The edition’s page' }).isVisible()).toBe(true);
  });

  it('takes over the sound that the page brings', async () => {
    const page = await bench.open(edition, { inside });
    await play(page);
    await eventually(() => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(
      false,
    );
    expect(await page.locator('audio').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'The edition’s page' }).isVisible()).toBe(false);
  });

  it('takes the manifest that stands in the page, with the classic script', async () => {
    const data = JSON.stringify(edition).replaceAll('<', '\\u003c');
    const page = await bench.open(edition);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const html = `<!doctype html><html lang="en"><title>A letter</title><script defer src="/player/audio-edition.classic.js"></script>
      <audio-edition><script type="application/json" data-audio-edition>${data}</script></audio-edition></html>`;
    bench.site.files.set('/no-7/index.html', html);
    bench.site.requests.splice(0);
    await page.goto(`${bench.site.url}/no-7/index.html`);
    await play(page);
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    expect(bench.site.requests.filter((path) => path.endsWith('.json'))).toEqual([]);
  });

  const play = (page: Page): Promise<void> => page.getByRole('button', { name: 'Play', exact: true }).click();
});
