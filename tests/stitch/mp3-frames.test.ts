import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { MPEGDecoder } from 'mpg123-decoder';
import { beforeAll, describe, expect, it } from 'vitest';
import { crc16, infoFrame, joinCrc16 } from '../../src/stitch/info-frame.js';
import { createJointStereoConverter } from '../../src/stitch/joint-stereo.js';
import { createFrameSplitter, emptyStereoFrame, frameStarts } from '../../src/stitch/mp3-frames.js';
import { FRAME_SAMPLES } from '../../src/stitch/plan.js';
import { decodeByFfmpeg, encodeMono, installedFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { voiceLike } from './test-takes.js';

describe('the joint stereo converter', () => {
  let mono: Buffer[];
  let stereo: Buffer[];

  beforeAll(async () => {
    // Bursts between silences make LAME switch windows and fill its reservoir.
    const samples = voiceLike({ seconds: 8, sampleRateHz: 44_100, peak: 0.7 });
    for (let at = 0; at < samples.length; at += 1) if (Math.floor(at / 5000) % 4 === 0) samples[at] = 0;
    mono = await encodeMono(samples);
    const converter = createJointStereoConverter();
    stereo = [...mono.flatMap((frame) => converter.push([frame])), ...converter.end()];
  });

  it('decodes with mpg123 to the very samples of the mono frames, on both channels', async () => {
    const [middle] = await decodeByMpg123(mono);
    const [left, right] = await decodeByMpg123(stereo);
    expect(stereo).toHaveLength(mono.length);
    expect(largestDifference(left, right)).toBe(0);
    expect(largestDifference(left, middle)).toBeLessThan(1e-6);
  });

  it('decodes with ffmpeg to the same samples', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'mono.mp3'), Buffer.concat(mono));
    writeFileSync(path.join(folder, 'stereo.mp3'), Buffer.concat(stereo));
    const [one, two] = await Promise.all(
      ['mono.mp3', 'stereo.mp3'].map((name) => decodeByFfmpeg(installedFfmpeg, path.join(folder, name))),
    );
    expect(one?.length).toBeGreaterThan(0);
    expect(largestDifference(one, two)).toBeLessThan(1e-6);
  });

  it('keeps a constant rate', () => {
    const sizes = new Set(stereo.map((frame) => frame.length));
    expect([...sizes].sort()).toEqual([313, 314]);
  });
});

describe('frameStarts', () => {
  const frames = Array.from({ length: 50 }, (_, index) => emptyStereoFrame(index));
  const stream = Buffer.concat([Buffer.from('tag'), ...frames]);

  it('finds the frames that a splitter cuts, and where the last one ends', () => {
    const starts = frameStarts(stream, 3);
    expect(starts).toHaveLength(frames.length + 1);
    const cut = frames.map((_, index) => stream.subarray(starts[index], starts[index + 1]));
    expect(cut).toEqual(createFrameSplitter().push(stream.subarray(3)));
  });

  it('leaves out a frame that is not whole, and refuses what is none', () => {
    expect(frameStarts(stream.subarray(0, -1), 3)).toHaveLength(frames.length);
    expect(() => frameStarts(stream, 0)).toThrow(RangeError);
  });
});

describe('infoFrame', () => {
  it('says what every reader needs', () => {
    const frame = infoFrame({
      frameCount: 101,
      frameBytes: 31_660,
      samples: 100 * FRAME_SAMPLES,
      crc: 0x1234,
    });
    expect(frame.toString('latin1', 36, 40)).toBe('Info');
    expect(frame.readUInt32BE(44)).toBe(101);
    expect(frame.readUInt32BE(48)).toBe(31_660 + frame.length);
    expect(frame.subarray(52, 152).at(50)).toBe(128);
    const delays = frame.readUIntBE(36 + 120 + 21, 3);
    expect([delays >> 12, delays & 0xfff]).toEqual([576, 576]);
  });

  it('knows CRC-16 of the standard’s check string', () => {
    expect(crc16(Buffer.from('123456789'), 0)).toBe(0xbb3d);
  });

  it('joins the CRCs of stretches to the CRC of the whole', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (one, two) => {
        const [first, second] = [Buffer.from(one), Buffer.from(two)];
        const whole = crc16(Buffer.concat([first, second]), 0);
        expect(joinCrc16(crc16(first, 0), crc16(second, 0), second.length)).toBe(whole);
      }),
    );
  });
});

async function decodeByMpg123(frames: readonly Buffer[]): Promise<Float32Array[]> {
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  const { channelData, errors } = decoder.decode(Buffer.concat(frames));
  expect(errors).toEqual([]);
  decoder.free();
  return channelData;
}

function largestDifference(one: Float32Array | undefined, two: Float32Array | undefined): number {
  let largest = one?.length === two?.length ? 0 : Number.POSITIVE_INFINITY;
  one?.forEach((value, at) => {
    largest = Math.max(largest, Math.abs(value - (two?.[at] ?? 0)));
  });
  return largest;
}
