import { Readable } from 'node:stream';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { chapterPicture } from '../../src/stitch/story-picture.js';
import { installedFfmpeg, systemFfmpeg } from './programs.js';

/** A grey picture, written by ffmpeg itself. */
async function drawn(size: string, codec: 'png' | 'mjpeg' | 'gif'): Promise<Uint8Array> {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const chunks: Buffer[] = [];
  await installedFfmpeg.run({
    inputs: [
      {
        source: Readable.from([Buffer.alloc(width * height, 0x60)]),
        demuxer: 'rawvideo',
        options: ['-pix_fmt', 'gray', '-video_size', size],
      },
    ],
    outputOptions: ['-frames:v', '1', '-c:v', codec, '-f', codec === 'gif' ? 'gif' : 'image2pipe'],
    output: (chunk) => chunks.push(chunk),
  });
  return Buffer.concat(chunks);
}

describe.each([
  ['the build from npm', installedFfmpeg],
  ['the system ffmpeg', systemFfmpeg],
])('a chapter’s picture, made with %s', (_name, found) => {
  // A machine without a system ffmpeg has only the first to test.
  const it_ = it.skipIf(!found);
  const ffmpeg = found ?? installedFfmpeg;

  it_.each([
    ['png', '1280x720', 640, 360],
    ['mjpeg', '900x1800', 320, 640],
    ['gif', '200x100', 200, 100],
  ] as const)('is a JPEG of at most 640 pixels a side: %s of %s', async (codec, size, width, height) => {
    const { bytes, mimeType } = await chapterPicture(ffmpeg, await drawn(size, codec));
    expect(mimeType).toBe('image/jpeg');
    expect(imageSize(bytes)).toMatchObject({ type: 'jpg', width, height });
  });

  it_('is the same bytes for the same picture', async () => {
    const png = await drawn('700x700', 'png');
    expect(await chapterPicture(ffmpeg, png)).toEqual(await chapterPicture(ffmpeg, png));
  });
});

describe('is refused for', () => {
  it('an ornament or a tracking pixel', async () => {
    const pixel = await drawn('8x8', 'gif');
    await expect(chapterPicture(installedFfmpeg, pixel)).rejects.toThrow('8 by 8 pixels');
  });

  it('what is no picture, and for drawings that could lead elsewhere', async () => {
    await expect(chapterPicture(installedFfmpeg, Buffer.from('no picture'))).rejects.toThrow();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>');
    await expect(chapterPicture(installedFfmpeg, svg)).rejects.toThrow('of the kind svg');
  });

  it('a picture that is cut off', async () => {
    const png = await drawn('500x500', 'png');
    await expect(chapterPicture(installedFfmpeg, png.subarray(0, 60))).rejects.toThrow();
  });
});
