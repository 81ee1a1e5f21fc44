import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { squarePng } from '../../src/stitch/png.js';
import { runs } from '../property-runs.js';

describe('squarePng', () => {
  it('holds every pixel of any picture, without transparency', async () => {
    const pictures = fc
      .integer({ min: 1, max: 9 })
      .chain((pixels) => fc.uint8Array({ minLength: pixels * pixels * 4, maxLength: pixels * pixels * 4 }));
    await fc.assert(
      fc.asyncProperty(pictures, async (rgba) => {
        const pixels = Math.sqrt(rgba.length / 4);
        const { width, height, data } = PNG.sync.read(await squarePng(Buffer.from(rgba), pixels));
        expect([width, height]).toEqual([pixels, pixels]);
        expect([...data]).toEqual([...rgba].map((value, index) => (index % 4 === 3 ? 255 : value)));
      }),
      { numRuns: runs(50) },
    );
  });

  it('keeps lines that are alike', async () => {
    const rgba = Buffer.alloc(4 * 4 * 4, 7);
    expect(PNG.sync.read(await squarePng(rgba, 4)).data.subarray(0, 4)).toEqual(Buffer.from([7, 7, 7, 255]));
  });
});
