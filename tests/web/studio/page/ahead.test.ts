import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../../../src/web/studio/api.js';
import { noBrowser } from '../../player/pages.js';
import { segmentWith, useStudio } from './studio-page.js';

describe.skipIf(noBrowser)('the first answers', () => {
  const bench = useStudio();

  it.each([
    ['an edition in the address', '#/edition/tides'],
    ['the newest edition', ''],
  ])('are asked for, each once, before the page’s own script is there: %s', async (_, hash) => {
    const { page, studio } = await bench.open();
    await segmentWith(page, 'Dear friends').waitFor();
    await page.goto('about:blank');
    const asked: string[] = [];
    const first = [ROUTES.session, ROUTES.editions, ROUTES.jobs, ROUTES.edition('tides')];
    let allAsked = (): void => undefined;
    const whenAllAsked = new Promise<void>((resolve) => {
      allAsked = resolve;
    });
    page.on('request', (request) => {
      asked.push(new URL(request.url()).pathname);
      if (first.every((route) => asked.includes(route))) allAsked();
    });
    // Without the script nothing else of the page can ask.
    await page.route('**/studio.js', async (route) => {
      await whenAllAsked;
      await route.continue();
    });
    await page.goto(`${studio.url}${hash}`);
    await segmentWith(page, 'Dear friends').waitFor();
    for (const route of first) expect(asked.filter((one) => one === route)).toHaveLength(1);
  });
});
