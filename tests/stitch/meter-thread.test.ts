import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MeterThread } from '../../src/stitch/meter-thread.js';
import { type FrameMeter, openFrameMeter } from '../../src/stitch/mp3-meter.js';
import { encodeMono } from './programs.js';
import { voiceLike } from './test-takes.js';

const SEAM_PLACES = [4410, 250_000];

describe('MeterThread', () => {
  const thread = new MeterThread();
  let quiet: Buffer[];
  let loud: Buffer[];

  beforeAll(async () => {
    [quiet, loud] = await Promise.all([mp3Frames(0.1), mp3Frames(0.7)]);
  });

  afterAll(() => thread.close());

  it('measures as a meter of the caller’s own thread does, several stretches at once', async () => {
    const [distantQuiet, distantLoud, nearQuiet, nearLoud] = await Promise.all([
      measure(await thread.open(SEAM_PLACES), quiet),
      measure(await thread.open(SEAM_PLACES), loud),
      measure(await openFrameMeter(SEAM_PLACES), quiet),
      measure(await openFrameMeter(SEAM_PLACES), loud),
    ]);
    expect(distantQuiet).toEqual(nearQuiet);
    expect(distantLoud).toEqual(nearLoud);
    expect(distantLoud.measurement.truePeak).toBeGreaterThan(3 * distantQuiet.measurement.truePeak);
    expect(distantLoud.seams).toHaveLength(SEAM_PLACES.length);
  });

  it('measures the same when it was started before, and can be closed while it starts', async () => {
    const started = new MeterThread();
    started.warmUp();
    const distant = await measure(await started.open(SEAM_PLACES), quiet);
    expect(distant).toEqual(await measure(await openFrameMeter(SEAM_PLACES), quiet));
    await started.close();
    const starting = new MeterThread();
    starting.warmUp();
    await starting.close();
  });

  it('has forgotten a meter that was given back, and measures on', async () => {
    const given = await thread.open();
    await given.add(Buffer.concat(quiet));
    given.free();
    await expect(given.result()).rejects.toMatchObject({ code: 'mp3-undecodable' });
    const other = await measure(await thread.open(SEAM_PLACES), loud);
    expect(other.measurement.hopEnergies.length).toBeGreaterThan(50);
  });

  it('says so to whoever waits when it is closed', async () => {
    const closing = new MeterThread();
    const meter = await closing.open();
    await meter.add(Buffer.concat(loud));
    const result = expect(meter.result()).rejects.toThrow('closed');
    await closing.close();
    await result;
  });
});

async function measure(meter: FrameMeter, frames: readonly Buffer[]) {
  for (let at = 0; at < frames.length; at += 30) await meter.add(Buffer.concat(frames.slice(at, at + 30)));
  const result = await meter.result();
  meter.free();
  return result;
}

/** Eight seconds of a voice. */
function mp3Frames(peak: number): Promise<Buffer[]> {
  return encodeMono(voiceLike({ seconds: 8, sampleRateHz: 44_100, peak }));
}
