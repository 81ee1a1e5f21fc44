import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/edition.js';
import { respeak } from '../../src/script/respeak.js';

const segment: Segment = {
  id: 'a/1',
  kind: 'paragraph',
  role: 'narrator',
  source: 'Qwen costs $2.50 today.',
  speech: 'Qwen costs two dollars and fifty cents today.',
  tokens: [
    { source: [0, 4], speech: 'Qwen' },
    { source: [5, 10], speech: 'costs' },
    { source: [11, 16], speech: 'two dollars and fifty cents' },
    { source: [17, 23], speech: 'today.' },
  ],
  pauseAfterSeconds: 0.5,
};

const readable = (changed: Segment) =>
  changed.tokens.map(({ source: [from, to], speech }) => `${changed.source.slice(from, to)} → ${speech}`);

describe('respeak', () => {
  it('gives a word that is said otherwise the place of the word that it replaces', () => {
    expect(readable(respeak(segment, 'Chwen costs two dollars and fifty cents today.'))).toEqual([
      'Qwen → Chwen',
      'costs → costs',
      '$2.50 → two dollars and fifty cents',
      'today. → today.',
    ]);
  });

  it('keeps one token for what was written as one', () => {
    expect(readable(respeak(segment, 'Qwen costs two fifty today.'))).toContain('$2.50 → two fifty');
  });

  it('lets added words join the word before', () => {
    expect(readable(respeak(segment, 'Qwen costs only two dollars and fifty cents today.'))).toContain(
      'costs → costs only',
    );
  });

  it('says exactly what it was told, in order, without overlapping sources', () => {
    const words = fc.array(fc.constantFrom('Qwen', 'costs', 'two', 'dollars', 'today.', 'new'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (spoken) => {
        const changed = respeak(segment, spoken.join('  '));
        expect(changed.speech).toBe(spoken.join(' '));
        expect(
          changed.tokens
            .map(({ speech }) => speech)
            .filter((speech) => speech !== '')
            .join(' '),
        ).toBe(changed.speech);
        for (const [index, { source }] of changed.tokens.entries()) {
          expect(source[0]).toBeGreaterThanOrEqual(changed.tokens[index - 1]?.source[1] ?? 0);
        }
      }),
    );
  });
});
