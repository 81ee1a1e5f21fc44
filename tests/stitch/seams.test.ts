import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeamMeter, isClick } from '../../src/stitch/seams.js';
import { runs } from '../property-runs.js';

/** A second of a tone in silence, from sample 20,000 to 60,000, that swells in and out as speech does. */
function phrase(): Float32Array {
  return Float32Array.from({ length: 80_000 }, (_, at) => {
    if (at < 20_000 || at > 60_000) return 0;
    const swell = Math.min(1, (at - 20_000) / 2000, (60_000 - at) / 2000);
    return 0.3 * swell * Math.sin(at / 20);
  });
}

const PLACES = [20_000, 60_000];

function seamsOf(samples: Float32Array, portions: readonly number[] = [samples.length]) {
  const meter = createSeamMeter(PLACES, 0);
  let at = 0;
  for (const portion of portions) {
    meter.add(samples.subarray(at, at + portion));
    at += portion;
  }
  meter.add(samples.subarray(at));
  return meter.seams;
}

describe('createSeamMeter', () => {
  it('finds clean seams where speech swells in and out', () => {
    const seams = seamsOf(phrase());
    expect(seams).toHaveLength(2);
    expect(seams.some(isClick)).toBe(false);
    expect(seams[0]?.ownStep).toBeGreaterThan(0.005);
  });

  it('hears a click at a seam, and says where', () => {
    const clicked = phrase();
    clicked[60_010] = 0.6;
    expect(seamsOf(clicked).map(isClick)).toEqual([false, true]);
    expect(seamsOf(clicked)[1]?.atSeconds).toBeCloseTo(60_000 / 44_100);
  });

  it('does not take a loud consonant away from a seam for one', () => {
    const loud = phrase();
    loud[40_000] = 0.9;
    expect(seamsOf(loud).some(isClick)).toBe(false);
  });

  it('hears the same in any portions', () => {
    const clicked = phrase();
    clicked[20_003] = 0.5;
    const whole = seamsOf(clicked);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 8 }), (portions) => {
        expect(seamsOf(clicked, portions)).toEqual(whole);
      }),
      { numRuns: runs(30) },
    );
  });

  it('knows what a decoder puts before the sound', () => {
    const delayed = createSeamMeter(PLACES, 1105);
    delayed.add(new Float32Array(1105));
    delayed.add(phrase());
    const [first] = delayed.seams;
    expect(first?.step).toBeCloseTo(seamsOf(phrase())[0]?.step ?? 0);
  });
});
