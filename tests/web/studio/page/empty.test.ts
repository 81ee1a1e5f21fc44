import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../../src/edition.js';
import { noBrowser } from '../../player/pages.js';
import { eventually, heardWords, segmentWith, useStudio } from './studio-page.js';

const ISSUE = `# The third note

Dear readers, the lamp is mended.

## The lamp

The lamp cost $2.50 and burns again. It was found in the attic by two sisters, and mended by a third.

## The ladder

Nobody knows where the ladder is. It was last seen in the orchard, leaning on the oldest tree.

## Unsubscribe

You get this letter because you asked for it. Unsubscribe
`;

describe.skipIf(noBrowser)('an empty folder', () => {
  const bench = useStudio();

  it('leads from a pasted issue to an edition that plays', async () => {
    const { page, studio } = await bench.open({ isEmpty: true });
    await page.getByRole('heading', { name: 'Turn an issue into an audio edition' }).waitFor();
    await page.getByRole('textbox', { name: 'Its text' }).fill(ISSUE);
    await page.getByRole('button', { name: 'Read the text' }).click();

    await page.getByRole('heading', { name: 'The third note' }).waitFor();
    expect((await page.getByText(/characters, free/).allTextContents()).length).toBeGreaterThan(0);
    await page.getByText('The lamp', { exact: true }).click();
    await page.getByText('two dollars and fifty cents').waitFor();
    // A second look, as after a reload, finds the same plan.
    await page.reload();
    await page.getByRole('heading', { name: 'The third note' }).waitFor();

    await page.getByRole('button', { name: 'Build the edition' }).click();
    await segmentWith(page, 'the lamp is mended').waitFor();
    await page.getByRole('button', { name: /^Play story/ }).click();
    await eventually(async () => (await heardWords(page)).length).toBeGreaterThan(0);
    const [slug] = new URL(page.url()).hash.split('/').slice(2);
    const edition = JSON.parse(
      await readFile(path.join(studio.outDir, slug ?? '', 'edition.json'), 'utf8'),
    ) as Edition;
    expect(edition.title).toBe('The third note');
  });

  it('takes a file, and says what is wrong with an issue that can’t be read', async () => {
    const { page, studio } = await bench.open({ isEmpty: true });
    const chooser = page.getByLabel('Choose a file');
    const empty = path.join(studio.folder, 'empty.md');
    await writeFile(empty, ' ');
    await chooser.setInputFiles(empty);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).not.toBe('');
    const file = path.join(studio.folder, 'note.md');
    await writeFile(file, ISSUE);
    await chooser.setInputFiles(file);
    await page.getByRole('heading', { name: 'The third note' }).waitFor();
    await page.getByRole('button', { name: 'Another issue' }).click();
    await page.getByRole('heading', { name: 'Turn an issue into an audio edition' }).waitFor();
  });

  it('takes what is dropped on the page or pasted beside the fields', async () => {
    const { page } = await bench.open({ isEmpty: true });
    await page.getByRole('heading', { name: 'Turn an issue into an audio edition' }).waitFor();
    const give = (type: 'drop' | 'paste', name: string, text: string): Promise<void> =>
      page.getByRole('heading', { level: 1 }).evaluate(
        (element, [kind, file, content]) => {
          const data = new DataTransfer();
          data.items.add(new File([content], file));
          const event =
            kind === 'drop'
              ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
              : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
          element.dispatchEvent(event);
        },
        [type, name, text] as const,
      );
    await give('drop', 'note.md', ISSUE);
    await page.getByRole('heading', { name: 'The third note' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Turn an issue into an audio edition' }).waitFor();
    await give('paste', 'note.html', '<h1>The fourth note</h1><p>The lamp is out again.</p>');
    await page.getByRole('heading', { name: 'The fourth note' }).waitFor();
  });

  it('can stop a build, and says so', async () => {
    const { page } = await bench.open({ isEmpty: true });
    const long = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} of a long letter about lamps.`);
    await page.getByRole('textbox', { name: 'Its text' }).fill(`# Long\n\n${long.join('\n\n')}`);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.getByRole('button', { name: 'Build the edition' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. What was spoken is kept, and is not paid again.').waitFor();
  });
});
