import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition.js';
import { renderEdition } from '../../src/syndicate/render-edition.js';
import { runs } from '../property-runs.js';
import { episodeOf, ISSUE, SHOW, STORIES } from './sample-edition.js';

const render = (stories = STORIES, show = SHOW) => {
  const rendered = renderEdition({
    issue: ISSUE,
    episode: episodeOf(stories),
    show,
    notices: [],
    audioFiles: [],
  });
  const content = (name: string) => rendered.files.find((file) => file.name === name)?.content ?? '';
  return { ...rendered, content };
};

describe('renderEdition', () => {
  it('lists every file with its true size and hash, and writes the manifest last', () => {
    const { edition, files } = render();
    expect(files.at(-1)?.name).toBe('edition.json');
    expect(JSON.parse(files.at(-1)?.content ?? '')).toEqual(edition);
    for (const { name, bytes, sha256 } of edition.files) {
      const content = files.find((file) => file.name === name)?.content ?? '';
      expect({ name, bytes, sha256 }).toEqual({
        name,
        bytes: Buffer.byteLength(content),
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    }
  });

  it('puts the manifest into the page as data that a script can read', () => {
    const page = render().content('index.html');
    const data = /<script type="application\/json" data-audio-edition>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const { files: _, ...manifest } = render().edition;
    expect(JSON.parse(data) as Edition).toMatchObject(manifest);
  });

  it('gives chapters in ascending order from 0', () => {
    const { version, chapters } = JSON.parse(render().content('chapters.json'));
    expect(version).toBe('1.2.0');
    expect(chapters.map((chapter: { title: string }) => chapter.title)).toEqual(
      STORIES.map(({ title }) => title),
    );
    expect(chapters[0].startTime).toBe(0);
    expect(chapters[1]).toMatchObject({ startTime: 9, url: 'https://slowpost.example/12/bell' });
  });

  it('gives an edition what its GUID is made from once and for ever', () => {
    const input = { issue: ISSUE, episode: episodeOf(STORIES), notices: [], audioFiles: [] };
    const guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810';
    const first = renderEdition({ ...input, show: { ...SHOW, guid } }).edition;
    expect(first.guidSeed).toBe(guid);
    const moved = { ...SHOW, guid: 'b4f6a6a5-3ff5-5b3d-9f54-9f6f1a8a3a52', title: 'Another name' };
    expect(renderEdition({ ...input, show: moved, former: first }).edition.guidSeed).toBe(guid);
    const { guidSeed: _, ...older } = first;
    expect(renderEdition({ ...input, show: moved, former: older }).edition).not.toHaveProperty('guidSeed');
  });

  it('never lets text become markup in the page', () => {
    const hostile = fc.constantFrom(
      '</script>',
      '<img src=x onerror=alert(1)>',
      '" onload="x',
      "'",
      '&amp;',
      ']]>',
      '\u0003',
      '\ud800',
    );
    const text = fc
      .array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { minLength: 1 })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(text, (title) => {
        const page = render([{ slug: 'one', title, paragraphs: [title] }]).content('index.html');
        const tags = [...page.matchAll(/<([a-z!/][^\s>]*)/gi)].map((match) => match[1]);
        const plain = [
          ...render([{ slug: 'one', title: 'x', paragraphs: ['x'] }])
            .content('index.html')
            .matchAll(/<([a-z!/][^\s>]*)/gi),
        ].map((match) => match[1]);
        expect(tags).toEqual(plain);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
        expect(Buffer.from(page).toString()).toBe(page);
      }),
      { numRuns: runs(40) },
    );
  });
});
