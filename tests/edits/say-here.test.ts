import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/edition.js';
import { placesOf, sayHere } from '../../src/edits/say-here.js';
import { compileLexicon, speechOf, verbalize } from '../../src/script/verbalize/index.js';

function segment(source: string): Segment {
  const { tokens } = verbalize(source, { language: 'en', lexicon: compileLexicon({}) });
  const common = { id: 's/1', kind: 'paragraph', role: 'narrator', pauseAfterSeconds: 0.6 } as const;
  return { ...common, source, tokens, speech: speechOf(tokens) };
}

describe('sayHere', () => {
  it.each([
    ['Ask Ilse Vandermolen, please.', 'Vandermolen', 'van der MOH len', 'Ask Ilse van der MOH len, please.'],
    ["Vandermolen's boat.", 'Vandermolen', 'van der molen', "van der molen's boat."],
    ['It costs $2.50 more.', '$2.50', 'two fifty', 'It costs two fifty more.'],
    ['Tomasz Wahl sang.', 'Tomasz Wahl', 'TOH-mash VAHL', 'TOH-mash VAHL sang.'],
    ['Read, read, and read.', 'read', 'red', 'Read, red, and red.'],
    ['Nothing here.', 'elsewhere', 'x', 'Nothing here.'],
  ])('%s: %s', (source, written, spoken, speech) => {
    const one = segment(source);
    expect(sayHere(one, placesOf(written, one.source), spoken)).toBe(speech);
  });

  it('changes the one place that is meant', () => {
    const one = segment('A bow and a bow.');
    expect(sayHere(one, [[12, 15]], 'bau')).toBe('A bow and a bau.');
  });
});

describe('placesOf', () => {
  it('finds whole words only', () => {
    expect(placesOf('cat', 'cat, concatenate, cat')).toEqual([
      [0, 3],
      [18, 21],
    ]);
    expect(placesOf('', 'cat')).toEqual([]);
  });
});
