import { describe, expect, it } from 'vitest';
import type { AudioEditionElement } from '../../../src/web/player/element.js';
import { eventually, useBrowser } from './browser.js';
import { makeEdition, smallIssue } from './make-edition.js';
import { noBrowser } from './pages.js';

const edition = makeEdition(smallIssue);

/** Where the second, third and fourth story start, in whole seconds. */
const [, second = 0, third = 0, fourth = 0] = edition.stories.map((story) => Math.floor(story.startSeconds));

describe.skipIf(noBrowser)('playing by stories', () => {
  const bench = useBrowser();

  it('plays and pauses with one button that says what it does', async () => {
    const page = await bench.open(edition);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const pause = page.getByRole('button', { name: 'Pause', exact: true });
    await pause.waitFor();
    await eventually(() =>
      page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.currentTime),
    ).toBeGreaterThan(0.3);
    await pause.click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect(await page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.paused)).toBe(
      true,
    );
  });

  it('asks for nothing but its script, the manifest and, once played, the sound', async () => {
    const page = await bench.open(edition);
    const play = page.getByRole('button', { name: 'Play', exact: true });
    await play.waitFor();
    expect(bench.site.requests).toEqual([
      '/index.html',
      '/theme/theme.css',
      '/player/audio-edition.js',
      '/no-7/edition.json',
    ]);
    await play.click();
    await eventually(() =>
      page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.currentTime),
    ).toBeGreaterThan(0.1);
    const sounds = bench.site.requests.filter((request) => request.includes('.mp3'));
    expect(sounds).toEqual(['/no-7/tone-60s.mp3 bytes=0-']);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('lists the stories with kind and length and marks the current one', async () => {
    const page = await bench.open(edition);
    const entries = page.getByRole('list', { name: 'Stories' }).getByRole('listitem');
    await eventually(() => entries.count()).toBe(4);
    expect(await entries.nth(2).textContent()).toMatch(/Lantern & Oil\s+Sponsor/);
    await entries.nth(1).getByRole('button').click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    const current = page.getByRole('list', { name: 'Stories' }).locator('[aria-current="true"]');
    await eventually(() => current.count()).toBe(1);
    expect(await current.textContent()).toContain('The clerk’s orchard');
  });

  it('steps between stories and jumps by 15 and 30 seconds', async () => {
    const page = await bench.open(edition);
    const time = (): Promise<number> =>
      page.locator('audio-edition').evaluate((player: AudioEditionElement) => Math.floor(player.currentTime));
    await page.getByRole('button', { name: 'Next story' }).click();
    expect(await time()).toBe(second);
    await page.getByRole('button', { name: 'Next story' }).click();
    expect(await time()).toBe(third);
    await page.getByRole('button', { name: 'Previous story' }).click();
    expect(await time()).toBe(second);
    await page.getByRole('button', { name: 'Skip ahead 30 seconds' }).click();
    expect(await time()).toBe(second + 30);
    await page.getByRole('button', { name: 'Skip back 15 seconds' }).click();
    expect(await time()).toBe(second + 15);
  });

  it('seeks on a slider that tells time and story, by arrows and by stories', async () => {
    const page = await bench.open(edition);
    const slider = page.getByRole('slider', { name: 'Seek' });
    await slider.fill(String(third + 1));
    await eventually(() => slider.getAttribute('aria-valuetext')).toBe(
      `0:${third + 1} of 1:00, Lantern & Oil`,
    );
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    expect(await slider.inputValue()).toBe(String(third + 11));
    await slider.press('PageDown');
    expect(await slider.inputValue()).toBe(String(fourth));
    await slider.press('Home');
    expect(await slider.inputValue()).toBe('0');
  });

  it('changes speed and keeps the pitch, changes volume, mutes', async () => {
    const page = await bench.open(edition);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('combobox', { name: 'Playback speed' }).selectOption('1.5');
    const sound = (): Promise<unknown> =>
      page.evaluate(() => {
        const audio = document.querySelector('audio');
        return audio && [audio.playbackRate, audio.preservesPitch, audio.volume, audio.muted];
      });
    expect(await sound()).toEqual([1.5, true, 1, false]);
    await page.getByRole('slider', { name: 'Volume' }).fill('40');
    await page.getByRole('button', { name: 'Mute' }).click();
    expect(await sound()).toEqual([1.5, true, 0.4, true]);
    await page.getByRole('button', { name: 'Unmute' }).click();
    expect(await sound()).toEqual([1.5, true, 0.4, false]);
  });

  it('offers the file to download, under its own name', async () => {
    const page = await bench.open(edition);
    const link = page.getByRole('link', { name: 'Download' });
    expect(await link.getAttribute('download')).toBe('tone-60s.mp3');
    expect(await link.getAttribute('href')).toBe(`${bench.site.url}/no-7/tone-60s.mp3?v=c0ffee00`);
  });

  it('sleeps at the end of the story', async () => {
    const page = await bench.open(edition, { hash: `#t=${third - 1}` });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const sleep = page.getByRole('button', { name: 'Sleep at the end of this story' });
    await sleep.click();
    expect(await sleep.getAttribute('aria-pressed')).toBe('true');
    await page.getByText('Paused at the end of the story').waitFor();
    expect(await page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.paused)).toBe(
      true,
    );
    expect(
      await page
        .locator('audio-edition')
        .evaluate((player: AudioEditionElement) => Math.floor(player.currentTime)),
    ).toBe(third);
    expect(await sleep.getAttribute('aria-pressed')).toBe('false');
  });

  it('hides sponsors from list and text, never from the sound', async () => {
    const page = await bench.open(edition);
    const list = page.getByRole('list', { name: 'Stories' });
    await page.getByRole('button', { name: 'Hide sponsors' }).click();
    await eventually(() => list.getByRole('listitem').count()).toBe(3);
    expect(await page.getByText('Lantern & Oil mends').isVisible()).toBe(false);
    await page.getByRole('slider', { name: 'Seek' }).fill(String(third + 1));
    expect(await page.locator('audio-edition').evaluate((player: AudioEditionElement) => player.story)).toBe(
      'lantern-oil',
    );
    await page.getByRole('button', { name: 'Hide sponsors' }).click();
    await eventually(() => list.getByRole('listitem').count()).toBe(4);
  });

  it('lets one player speak at a time', async () => {
    bench.site.files.set('/other/edition.json', JSON.stringify(makeEdition(smallIssue, { slug: 'no-8' })));
    const page = await bench.open(edition, {
      before: '<audio-edition src="other/edition.json"></audio-edition>',
    });
    const players = page.locator('audio-edition');
    const paused = (): Promise<boolean[]> =>
      players.evaluateAll((all) => all.map((player) => (player as AudioEditionElement).paused));
    await players.nth(0).getByRole('button', { name: 'Play', exact: true }).click();
    await eventually(paused).toEqual([false, true]);
    await players.nth(1).getByRole('button', { name: 'Play', exact: true }).click();
    await eventually(paused).toEqual([true, false]);
  });

  it('tells the page what happens, by the names of media events', async () => {
    const page = await bench.open(edition);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await page.evaluate(() => {
      const player = document.querySelector('audio-edition');
      const seen: string[] = [];
      Object.assign(window, { seen });
      if (!player) return;
      for (const type of ['play', 'pause', 'seeked'] as const)
        player.addEventListener(type, () => seen.push(type));
      player.onstorychange = ({ detail }) => seen.push(`${detail.index} ${detail.story}`);
    });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Next story' }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await eventually(() => page.evaluate(() => Reflect.get(window, 'seen'))).toEqual(
      expect.arrayContaining(['play', '1 the-clerks-orchard', 'seeked', 'pause']),
    );
  });
});
