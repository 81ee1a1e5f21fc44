import { describe, expect, it } from 'vitest';
import { artworkFrom, readArtwork } from '../../src/syndicate/index.js';

/** A PNG's head, which is all that says how large it is. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('artwork', () => {
  it('is named by what it is', async () => {
    expect((await artworkFrom(png(1400, 1400))).artwork).toEqual({
      name: 'artwork.png',
      mimeType: 'image/png',
      widthPixels: 1400,
    });
  });

  it.each([
    ['not square', png(1400, 1500), '1400 by 1500'],
    ['too small', png(1399, 1399), '1399 pixels'],
    ['too large', png(3001, 3001), '3001 pixels'],
    ['no picture', Buffer.from('GIF? no, text'), 'unsupported'],
  ])('is refused when it is %s', async (_, bytes, message) => {
    await expect(artworkFrom(bytes)).rejects.toThrow(message);
  });

  it('that is missing is named', async () => {
    await expect(readArtwork('/nowhere/cover.jpg')).rejects.toMatchObject({
      code: 'bad-artwork',
      fault: 'input',
      message: expect.stringMatching(/^\/nowhere\/cover\.jpg: .*1400 to 3000/),
    });
  });
});
