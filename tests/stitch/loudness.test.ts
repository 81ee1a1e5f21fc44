import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLoudnessMeter, integratedLufs } from '../../src/stitch/loudness.js';
import { createTruePeakMeter, decibels } from '../../src/stitch/true-peak.js';
import { installedFfmpeg, measureByFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { voiceLike, wavBytes } from './test-takes.js';

function sine(frequencyHz: number, amplitude: number, seconds: number, sampleRateHz: number, phase = 0) {
  const length = Math.round(seconds * sampleRateHz);
  return Float32Array.from(
    { length },
    (_, at) => amplitude * Math.sin((2 * Math.PI * frequencyHz * at) / sampleRateHz + phase),
  );
}

function lufsOf(samples: Float32Array, sampleRateHz: number): number {
  const meter = createLoudnessMeter(sampleRateHz);
  meter.add(samples);
  return integratedLufs(meter.hopEnergies);
}

describe('loudness', () => {
  it.each([16_000, 22_050, 44_100, 48_000])(
    'reads the calibration tone of BS.1770 right at %i Hz',
    (rate) => {
      // 997 Hz at full scale reads −3.01 LKFS on one channel, so 0.00 on two speakers.
      expect(lufsOf(sine(997, 1, 5, rate), rate)).toBeCloseTo(0, 1);
    },
  );

  it('leaves silence out by the gates', () => {
    const tone = sine(997, 0.1, 3, 16_000);
    const withSilence = new Float32Array(16_000 * 20);
    withSilence.set(tone, 16_000 * 9);
    expect(lufsOf(withSilence, 16_000)).toBeCloseTo(lufsOf(tone, 16_000), 0);
    expect(lufsOf(new Float32Array(16_000), 16_000)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('does not depend on how the samples come in', () => {
    const samples = sine(400, 0.3, 2, 16_000);
    const meter = createLoudnessMeter(16_000);
    for (let at = 0; at < samples.length; at += 777) meter.add(samples.subarray(at, at + 777));
    expect(integratedLufs(meter.hopEnergies)).toBeCloseTo(lufsOf(samples, 16_000), 9);
  });

  it('agrees with ffmpeg about loudness and true peak', async () => {
    const samples = voiceLike({ seconds: 6, sampleRateHz: 44_100, peak: 0.6 });
    const file = path.join(temporaryFolder(), 'voice.wav');
    writeFileSync(file, wavBytes(samples, 44_100));
    const floats = Float32Array.from(samples, (value) => value / 32_768);
    const truePeak = createTruePeakMeter();
    truePeak.add(floats);
    const ffmpegs = await measureByFfmpeg(installedFfmpeg, file, 'wav');
    expect(Math.abs(lufsOf(floats, 44_100) - ffmpegs.loudnessLufs)).toBeLessThan(0.11);
    expect(Math.abs(decibels(truePeak.peak) - ffmpegs.truePeakDbtp)).toBeLessThan(0.15);
  });
});

describe('true peak', () => {
  it('sees the peak between samples', () => {
    // A quarter of the rate, 45° off: every sample reads 3 dB less than the wave.
    const meter = createTruePeakMeter();
    meter.add(sine(11_025, 1, 0.1, 44_100, Math.PI / 4));
    expect(Math.abs(decibels(meter.peak))).toBeLessThan(0.2);
  });

  it('does not depend on how the samples come in', () => {
    const samples = Float32Array.from(
      voiceLike({ seconds: 1, sampleRateHz: 16_000 }),
      (value) => value / 32_768,
    );
    const whole = createTruePeakMeter();
    whole.add(samples);
    const portions = createTruePeakMeter();
    for (let at = 0; at < samples.length; at += 13) portions.add(samples.subarray(at, at + 13));
    expect(portions.peak).toBeCloseTo(whole.peak, 6);
  });
});
