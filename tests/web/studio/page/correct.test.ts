import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../../src/edition.js';
import { noBrowser } from '../../player/pages.js';
import type { TestStudio } from '../studio-server.js';
import { doubleClickWord } from './double-click.js';
import { eventually, heardWords, segmentWith, useStudio } from './studio-page.js';

const published = async ({ outDir }: TestStudio): Promise<Edition> =>
  JSON.parse(await readFile(path.join(outDir, 'tides/edition.json'), 'utf8')) as Edition;

describe.skipIf(noBrowser)('a word that is said wrong', () => {
  const bench = useStudio();

  it('is found, said like this, heard, published: the corrected word is in the published edition', async () => {
    const { page, studio } = await bench.open();
    const before = await published(studio);

    await page.getByRole('searchbox', { name: 'Find a sentence' }).fill('rings it');
    await page.getByRole('searchbox').press('Enter');
    const segment = segmentWith(page, 'rings it');
    await eventually(() => segment.getAttribute('aria-current')).toBe('true');
    await segment.getByRole('button', { name: 'Play', exact: true }).click();
    await eventually(async () => (await heardWords(page)).length).toBe(2);

    await doubleClickWord(page, 'Vandermolen');
    const dialog = page.getByRole('dialog', { name: 'Say “Vandermolen” like this' });
    await dialog.getByRole('textbox', { name: 'How it is said' }).fill('van der moh len');
    await eventually(() => dialog.getByRole('radio', { name: /This edition/ }).isChecked()).toBe(true);
    await dialog.getByText('2 segments').waitFor();
    await dialog.getByRole('textbox').press('Enter');
    await dialog.getByRole('button', { name: 'Pause: Hear it' }).waitFor();
    expect((await published(studio)).audio.sha256).toBe(before.audio.sha256);
    await dialog.getByRole('button', { name: /^Say it/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await segmentWith(page, 'Ilse van der moh len rings it.').waitFor();

    await page.getByRole('button', { name: 'Review and publish…' }).click();
    const review = page.getByRole('dialog', { name: 'Review and publish' });
    await review.getByText('“Vandermolen” is “van der moh len”', { exact: false }).first().waitFor();
    await review.getByText('1 of 3 stories unchanged, to the byte').waitFor();
    await review.getByRole('textbox', { name: /Note for listeners/ }).fill('A name was said wrong.');
    await review.getByRole('button', { name: /^Publish/ }).click();

    const done = page.getByRole('dialog', { name: 'Published' });
    await done.getByText('1 of 3 stories unchanged, byte for byte.').waitFor();
    expect(await done.getByRole('link').count()).toBeGreaterThan(0);
    await done.getByRole('button', { name: 'Done' }).click();
    const after = await published(studio);
    const speech = after.stories.flatMap(({ segments }) => segments).map((one) => one.speech);
    expect(speech).toContain('Ilse van der moh len rings it.');
    expect(after.stories[1]?.sha256).toBe(before.stories[1]?.sha256);
    expect(after.corrections).toMatchObject([{ note: 'A name was said wrong.' }]);
    await page.getByText('Nothing is changed', { exact: true }).waitFor();
  });

  it('is kept for the show: written into the lexicon when it is published, and not before', async () => {
    const { page, studio } = await bench.open({ hash: '#/edition/tides/the-bell/3' });
    const file = path.join(studio.folder, 'voices.json');
    const voices = async (): Promise<string> => readFile(file, 'utf8');
    await copyFile(fileURLToPath(new URL('../../../../voices.json', import.meta.url)), file);
    await segmentWith(page, 'rings it').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog', { name: 'Say “Vandermolen” like this' });
    await dialog.getByRole('textbox').fill('van der moh len');
    await dialog.getByRole('radio', { name: /The show/ }).check();
    await dialog.getByRole('button', { name: /^Say it/ }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await voices()).not.toContain('moh');
    await page.keyboard.press('Control+Enter');
    const review = page.getByRole('dialog', { name: 'Review and publish' });
    await review.getByRole('heading', { name: 'For the show from now on' }).waitFor();
    await page.keyboard.press('Enter');
    const done = page.getByRole('dialog', { name: 'Published' });
    await done.getByText('is said van der moh len').waitFor();
    expect(await voices()).toContain('van der moh len');

    // Nothing else is left to undo but the publication, which asks first.
    await done.getByRole('button', { name: 'Done' }).click();
    await page.keyboard.press('u');
    await page
      .getByRole('dialog', { name: 'Take back what was published last?' })
      .getByRole('button', { name: 'Take it back' })
      .click();
    const back = page.getByRole('dialog', { name: 'Taken back' });
    await back.getByText('has no entry any more').waitFor();
    await back.getByRole('button', { name: 'Done' }).click();
    expect(await voices()).not.toContain('moh');
    await segmentWith(page, 'Ilse Vandermolen rings it.').waitFor();
  });
});
