import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, type Place, placeOf } from '../../../../src/web/studio/page/place.js';

describe('the address of a place', () => {
  it.each<[string, Place]>([
    ['', { view: 'edition' }],
    ['#/new', { view: 'new' }],
    ['#/edition/no-7', { view: 'edition', edition: 'no-7' }],
    ['#/edition/no-7/bees/3', { view: 'edition', edition: 'no-7', story: 'bees', segment: 'bees/3' }],
    ['#/issue/a1', { view: 'issue', issue: 'a1' }],
    ['#/job/b2', { view: 'job', job: 'b2' }],
    ['#/job', { view: 'edition' }],
    ['#/edition/%E0%A4%A', { view: 'edition' }],
    ['#<script>', { view: 'edition' }],
  ])('%s', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });

  it('leads back to the place', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('/'));
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1 }), (edition, story, number) => {
        const place: Place = { view: 'edition', edition, story, segment: `${story}/${number}` };
        expect(placeOf(hashOf(place))).toEqual(place);
      }),
    );
  });
});
