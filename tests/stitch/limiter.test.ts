import { describe, expect, it } from 'vitest';
import { limitPeaks } from '../../src/stitch/limiter.js';
import { createTruePeakMeter } from '../../src/stitch/true-peak.js';

const RATE = 16_000;

function toneWithBurst(): Float32Array {
  return Float32Array.from({ length: 2 * RATE }, (_, at) => {
    const burst = Math.exp(-(((at - RATE) / 60) ** 2));
    return (0.3 + 0.9 * burst) * Math.sin(at / 3);
  });
}

describe('limitPeaks', () => {
  it('brings the true peak below the ceiling', () => {
    const signal = toneWithBurst();
    limitPeaks(signal, 0.8, RATE);
    const meter = createTruePeakMeter();
    meter.add(signal);
    expect(meter.peak).toBeLessThan(0.805);
    expect(meter.peak).toBeGreaterThan(0.7);
  });

  it('leaves everything alone that is further away', () => {
    const [before, after] = [toneWithBurst(), toneWithBurst()];
    limitPeaks(after, 0.8, RATE);
    expect(after.slice(0, RATE - 500)).toEqual(before.slice(0, RATE - 500));
    expect(after.slice(RATE + 1500)).toEqual(before.slice(RATE + 1500));
  });

  it('does nothing to a signal that stays below', () => {
    const [before, after] = [toneWithBurst(), toneWithBurst()];
    limitPeaks(after, 1.5, RATE);
    expect(after).toEqual(before);
  });
});
