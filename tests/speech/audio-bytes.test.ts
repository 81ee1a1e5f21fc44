import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { audioKind, decodeAudio } from '../../src/speech/audio-bytes.js';
import { engineFailureOf } from '../../src/speech/engine-failure.js';
import { readWav, wavParts } from '../../src/speech/wav.js';
import { hum } from './server/synthetic-voice.js';
import { wavBytes } from './server/wav-bytes.js';

const SPEECH = hum('Some words to decode.', 16_000);
const RAW = Buffer.from(SPEECH.samples.buffer);
const signal = new AbortController().signal;
const noDecoder = () => Promise.reject(new Error('nothing to decode with'));
const decode = (bytes: Uint8Array, hint?: string) =>
  decodeAudio(hint === undefined ? { bytes } : { bytes, hint }, 'test', noDecoder, signal);

describe('decodeAudio', () => {
  it.each([
    ['a WAV file', wavBytes(SPEECH.samples, 16_000)],
    [
      'a WAV file of unknown size (0xFFFFFFFF)',
      wavBytes(SPEECH.samples, 16_000, { riff: 0xffffffff, data: 0xffffffff }),
    ],
    ['a WAV file of unknown size (0)', wavBytes(SPEECH.samples, 16_000, { riff: 0, data: 0 })],
    [
      'a WAV file of unknown size (2,000,000,000)',
      wavBytes(SPEECH.samples, 16_000, { riff: 2e9, data: 2e9 }),
    ],
  ])('reads %s', async (_, bytes) => {
    expect(await decode(bytes, 'mp3')).toEqual({ samples: SPEECH.samples, sampleRateHz: 16_000 });
  });

  it('reads raw samples when they were asked for', async () => {
    expect(await decode(RAW, 'pcm_16000')).toEqual({ samples: SPEECH.samples, sampleRateHz: 16_000 });
  });

  it('reads a WAV file when raw samples were asked for', async () => {
    expect((await decode(wavBytes(SPEECH.samples, 16_000), 'pcm_44100')).sampleRateHz).toBe(16_000);
  });

  it('joins whole files that come one after the other', async () => {
    const half = SPEECH.samples.length >> 1;
    const pieces = [SPEECH.samples.slice(0, half), SPEECH.samples.slice(half)];
    const sizes = { riff: 0xffffffff, data: 0xffffffff };
    const { samples } = await decode(Buffer.concat(pieces.map((piece) => wavBytes(piece, 16_000, sizes))));
    expect(samples).toEqual(SPEECH.samples);
  });

  it.each([
    ['nothing', Buffer.alloc(0), undefined],
    ['a web page', Buffer.from('<!DOCTYPE html><p>Just a moment…'), 'pcm_44100'],
    ['a JSON error', Buffer.from('{"detail": "no"}'), 'pcm_44100'],
    ['a WAV file that is cut off', wavBytes(SPEECH.samples, 16_000).subarray(0, 9_000), undefined],
    ['what no decoder knows', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'mp3'],
  ])('takes %s for a broken answer, worth another try', async (_, bytes, hint) => {
    const error = await decode(bytes, hint).catch((one) => one);
    expect(engineFailureOf(error)).toMatchObject({ kind: 'broken' });
  });
});

describe('readWav', () => {
  const header = (format: number, channels: number, bits: number, data: Buffer) => {
    const file = wavBytes(new Int16Array(0), 8000);
    file.writeUInt16LE(format, 20);
    file.writeUInt16LE(channels, 22);
    file.writeUInt16LE(bits, 34);
    file.writeUInt32LE(data.length, 40);
    return Buffer.concat([file, data]);
  };

  it('takes the mean of two channels', () => {
    const stereo = Buffer.from(Int16Array.of(100, 300, -100, 100).buffer);
    expect([...readWav(header(1, 2, 16, stereo)).samples]).toEqual([200, 0]);
  });

  it('reads floating point and clips it', () => {
    const floats = Buffer.from(Float32Array.of(0.5, -1, 2).buffer);
    expect([...readWav(header(3, 1, 32, floats)).samples]).toEqual([16_384, -32_767, 32_767]);
  });

  it('reads 8 and 24 bits', () => {
    expect([...readWav(header(1, 1, 8, Buffer.from([128, 192]))).samples]).toEqual([0, 16_384]);
    expect([...readWav(header(1, 1, 24, Buffer.from([0, 0, 64]))).samples]).toEqual([16_384]);
  });

  it('reads what is written', () => {
    expect(readWav(Buffer.concat(wavParts(SPEECH))).samples).toEqual(SPEECH.samples);
  });
});

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

describe('audioKind', () => {
  it.skipIf(!hasFfmpeg)('knows MP3 with and without tags, Ogg and FLAC by their bytes (needs ffmpeg)', () => {
    const encode = (...output: readonly string[]) =>
      spawnSync('ffmpeg', ['-v', 'error', '-f', 'wav', '-i', '-', ...output, '-'], {
        input: wavBytes(SPEECH.samples, 16_000),
      }).stdout;
    expect(audioKind(encode('-f', 'mp3'))).toBe('mp3');
    expect(audioKind(encode('-f', 'mp3', '-id3v2_version', '0', '-write_xing', '0'))).toBe('mp3');
    expect(audioKind(encode('-f', 'flac'))).toBe('flac');
    expect(audioKind(encode('-f', 'ogg', '-c:a', 'flac'))).toBe('ogg');
  });

  it('takes no raw samples for MP3', () => {
    const loud = Buffer.from(
      Int16Array.from({ length: 4000 }, (_, at) => (at % 7 === 0 ? -5 : at * 37)).buffer,
    );
    expect(audioKind(loud)).toBe('unknown');
  });
});
