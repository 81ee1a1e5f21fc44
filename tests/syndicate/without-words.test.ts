import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWords } from '../../src/syndicate/archive/without-words.js';
import { episodeOf } from './sample-edition.js';

/** How programs space their JSON. */
const WRITERS: Readonly<Record<string, (value: unknown) => string>> = {
  'without any space': (value) => JSON.stringify(value),
  'a space after each sign': (value) =>
    JSON.stringify(value, null, 1)
      .replace(/([[{])\n */g, '$1')
      .replace(/\n *([\]}])/g, '$1')
      .replace(/\n */g, ' '),
  'a line each': (value) => JSON.stringify(value, null, 2),
  tabs: (value) => JSON.stringify(value, null, '\t'),
};

const manifestOf = (text: string) => ({
  stories: episodeOf([{ slug: 'a', title: 'T', paragraphs: [text, ''] }]).stories,
  after: text,
});
type Manifest = ReturnType<typeof manifestOf>;

function emptied({ stories, ...rest }: Manifest): unknown {
  const segments = (all: Manifest['stories'][number]['segments']) =>
    all.map((one) => ({ ...one, words: [] }));
  return { stories: stories.map((story) => ({ ...story, segments: segments(story.segments) })), ...rest };
}

describe('withoutWords', () => {
  it.each(Object.entries(WRITERS))('empties the lists of words of a manifest with %s', (_, write) => {
    const manifest = manifestOf('Bells ring: "so", they say, {once} or [twice].');
    const kept = withoutWords(Buffer.from(write(manifest))).toString();
    expect(JSON.parse(kept)).toEqual(emptied(manifest));
    expect(kept).not.toMatch(/"startSeconds"[^{}]*"source": ?\[\s*0/);
  });

  it.each(Object.entries(WRITERS))('is right or no JSON at all, whatever words say, with %s', (_, write) => {
    const hostile = fc.constantFrom(
      '}]',
      '"}]',
      '} ',
      '],',
      '"words":[',
      '\\',
      '"',
      '}]},{"x":"',
      '[{',
      '\n',
    );
    const text = fc.array(fc.oneof(hostile, fc.string())).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, (written) => {
        const manifest = manifestOf(written);
        const kept = parsed(withoutWords(Buffer.from(write(manifest))).toString());
        if (kept !== undefined) expect(kept).toEqual(emptied(manifest));
      }),
    );
  });

  it('leaves words alone that are no list, and a list that never ends', () => {
    expect(withoutWords(Buffer.from('{"words":3,"a":"\\"words\\":[{}]"}')).toString()).toBe(
      '{"words":3,"a":"\\"words\\":[{}]"}',
    );
    expect(parsed(withoutWords(Buffer.from('{"words":[{"a":1')).toString())).toBeUndefined();
  });
});

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
