import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../../src/web/studio/page/text/excerpt.js';

const TEXT =
  'The tower clock, which has been wrong since 1974, is right again, and nobody winds it any more these days.';
const around = (found: string, text = TEXT): string => {
  const from = text.indexOf(found);
  const { before, match, after } = excerptOf(text, [from, from + found.length]);
  return `${before}[${match}]${after}`;
};

describe('what is shown of a sentence that was found', () => {
  it.each([
    ['clock', 'The tower [clock], which has been wrong since 1974, is right …'],
    ['right', '… wrong since 1974, is [right] again, and nobody winds it any more these days.'],
    ['days', '… it any more these [days].'],
  ])('around "%s", it is whole words', (found, shown) => {
    expect(around(found)).toBe(shown);
  });

  it('is a part of a word that has no end', () => {
    expect(around('ship', `a ${'x'.repeat(60)}ship${'y'.repeat(60)}`)).toBe(
      `… ${'x'.repeat(24)}[ship]${'y'.repeat(48)} …`,
    );
  });
});
