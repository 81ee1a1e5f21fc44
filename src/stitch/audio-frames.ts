import { createFrameSplitter } from './mp3-frames.js';

const ID3_HEADER_BYTES = 10;

/** The frames of a published MP3 that carry sound: without its tag and without its Info header. */
export function audioFrames(mp3: Buffer): Buffer[] {
  const [, ...frames] = createFrameSplitter().push(mp3.subarray(tagBytes(mp3)));
  return frames;
}

/** Length of the ID3v2 tag at the start: four bytes of seven bits each (id3v2.3.0, section 3.1). */
function tagBytes(mp3: Buffer): number {
  if (mp3.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | (mp3[at] ?? 0), 0);
  return ID3_HEADER_BYTES + size;
}
