import { describe, expect, it } from 'vitest';
import type { LexiconEntry, Segment } from '../../src/edition.js';
import { differencesOf } from '../../src/script/differences.js';
import { respeak } from '../../src/script/respeak.js';
import { compileLexicon, speechOf, verbalize } from '../../src/script/verbalize/index.js';

function shown(
  source: string,
  options: { readonly entries?: Record<string, LexiconEntry>; readonly wording?: string } = {},
): readonly string[] {
  const lexicon = compileLexicon(options.entries ?? {});
  const { tokens } = verbalize(source, { language: 'en', lexicon });
  const original: Segment = {
    id: 's/1',
    kind: 'paragraph',
    role: 'narrator',
    source,
    tokens,
    speech: speechOf(tokens),
    pauseAfterSeconds: 0,
  };
  const segment = options.wording === undefined ? original : respeak(original, options.wording);
  return differencesOf(segment, original, lexicon, 'en').map(
    (difference) =>
      `${difference.kind}: ${source.slice(...difference.source)} → ${segment.speech.slice(...difference.speech)}`,
  );
}

describe('differencesOf', () => {
  it('marks nothing where the words are the same, whatever the punctuation', () => {
    expect(shown('“Well,” she said — and left.')).toEqual([]);
  });

  it.each([
    ['It cost $2.50 more.', 'verbalized: $2.50 → two dollars and fifty cents'],
    ['Down 5% since May.', 'verbalized: 5% → five percent'],
  ])('%s', (source, difference) => {
    expect(shown(source)).toEqual([difference]);
  });

  it('knows what the lexicon says', () => {
    expect(
      shown('Ask Qwen, or Tomasz Wahl.', { entries: { Qwen: 'chwen', 'Tomasz Wahl': 'TOH-mash VAHL' } }),
    ).toEqual(['lexicon: Qwen → chwen', 'lexicon: Tomasz Wahl → TOH-mash VAHL']);
  });

  it("tells an editor's wording from the program's", () => {
    expect(shown('The pier cost $2.50.', { wording: 'The peer cost two dollars and fifty cents.' })).toEqual([
      'edited: pier → peer',
      'verbalized: $2.50 → two dollars and fifty cents',
    ]);
  });
});
