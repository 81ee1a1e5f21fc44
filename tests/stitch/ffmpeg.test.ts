import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { decodeToPcm, demuxerOf } from '../../src/stitch/decode.js';
import { findFfmpeg } from '../../src/stitch/ffmpeg.js';
import { installedFfmpeg, systemFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { voiceLike, wavBytes } from './test-takes.js';

describe('findFfmpeg', () => {
  const folder = temporaryFolder();
  const program = path.join(folder, 'ffmpeg');
  writeFileSync(program, '#!/bin/sh\necho nonsense\nexit 3\n');
  chmodSync(program, 0o755);

  it('prefers FFMPEG_PATH, then the PATH, then the build from npm', async () => {
    expect(await findFfmpeg({ ffmpegPath: program, pathFolders: [] })).toMatchObject({
      foundAs: 'FFMPEG_PATH',
    });
    expect(await findFfmpeg({ pathFolders: ['/nowhere', folder] })).toMatchObject({
      foundAs: 'PATH',
      path: program,
    });
    expect(installedFfmpeg.foundAs).toBe('@ffmpeg-installer/ffmpeg');
  });

  it('says what to do about an FFMPEG_PATH that names nothing', async () => {
    await expect(findFfmpeg({ ffmpegPath: '/nowhere/ffmpeg', pathFolders: [folder] })).rejects.toMatchObject({
      code: 'ffmpeg-not-found',
      fault: 'input',
      message: 'FFMPEG_PATH says "/nowhere/ffmpeg", but no program lies there. Correct it, or unset it.',
    });
  });

  it('passes over a folder that is called ffmpeg', async () => {
    const elsewhere = temporaryFolder();
    mkdirSync(path.join(elsewhere, 'ffmpeg'));
    expect((await findFfmpeg({ pathFolders: [elsewhere] })).foundAs).toBe('@ffmpeg-installer/ffmpeg');
  });

  it('says that a found program does not run, when it is needed and not when it is warmed up', async () => {
    const broken = await findFfmpeg({ ffmpegPath: program, pathFolders: [] });
    broken.warmUp();
    await expect(broken.encoders()).rejects.toMatchObject({ code: 'ffmpeg-not-runnable', fault: 'input' });
  });
});

describe.each([
  ['the build from npm', installedFfmpeg],
  ['the system ffmpeg', systemFfmpeg],
])('with %s', (_name, found) => {
  // A machine without a system ffmpeg has only the first to test.
  const it_ = it.skipIf(!found);
  const ffmpeg = found ?? installedFfmpeg;

  it_('knows its encoders', async () => {
    expect(await ffmpeg.encoders()).toContain('libmp3lame');
  });

  it_('decodes bytes at their own rate or at another', async () => {
    const wav = wavBytes(voiceLike({ seconds: 1, sampleRateHz: 24_000 }), 24_000);
    expect(await decodeToPcm(ffmpeg, wav)).toMatchObject({
      sampleRateHz: 24_000,
      samples: { length: 28_800 },
    });
    const resampled = await decodeToPcm(ffmpeg, wav, { sampleRateHz: 16_000 });
    expect(resampled.sampleRateHz).toBe(16_000);
    expect(Math.abs(resampled.samples.length - 19_200)).toBeLessThan(40);
  });

  it_('repeats its last words when it fails', async () => {
    const failing = ffmpeg.run({
      inputs: [{ source: Readable.from([Buffer.from('no flac at all')]), demuxer: 'flac' }],
      outputOptions: ['-f', 'null'],
      output: () => {},
    });
    await expect(failing).rejects.toMatchObject({ code: 'ffmpeg-failed' });
    await expect(failing).rejects.toThrow(
      /^ffmpeg failed\. Its last words: ".*(any stream|format of input).*"\.$/,
    );
  });

  it_('reads nothing that a playlist names', async () => {
    const folder = temporaryFolder();
    const secret = path.join(folder, 'secret.wav');
    writeFileSync(secret, wavBytes(voiceLike({ seconds: 1, sampleRateHz: 16_000 }), 16_000));
    const playlist = `#EXTM3U\n#EXTINF:1,\nfile:${secret}\n`;
    await expect(decodeToPcm(ffmpeg, Buffer.from(playlist))).rejects.toMatchObject({ code: 'sound-unknown' });
    await expect(decodeToPcm(ffmpeg, Buffer.from(playlist), { demuxer: 'mp3' })).rejects.toThrow(
      'ffmpeg failed',
    );
  });

  it_('ends when it is told to', async () => {
    const controller = new AbortController();
    const endless = new Readable({ read: () => {} });
    const running = ffmpeg.run({
      inputs: [{ source: endless, demuxer: 's16le', options: ['-ar', '16000', '-ac', '1'] }],
      outputOptions: ['-f', 'null'],
      output: () => {},
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(running).rejects.toThrow('enough');
  });
});

describe('demuxerOf', () => {
  it.each([
    ['RIFF....WAVE', 'wav'],
    ['ID3\x03', 'mp3'],
    ['\xff\xfb\x90', 'mp3'],
    ['\xff\xf1\x50', 'aac'],
    ['fLaC', 'flac'],
    ['OggS', 'ogg'],
    ['\0\0\0\x20ftypM4A ', 'mov'],
  ])('knows %j as %s', (head, demuxer) => {
    expect(demuxerOf(Buffer.from(head, 'latin1'), 'It')).toBe(demuxer);
  });

  it.each(['#EXTM3U', 'ffconcat version 1.0', '', 'v=0\r\no='])('refuses %j', (head) => {
    expect(() => demuxerOf(Buffer.from(head), 'The intro "x"')).toThrow(
      'The intro "x" is of no kind of audio',
    );
  });
});
