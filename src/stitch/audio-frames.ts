import { tagBytes } from './id3.js';
import { createFrameSplitter } from './mp3-frames.js';

/** The frames of a published MP3 that carry sound: without its tag and without its Info header. */
export function audioFrames(mp3: Buffer): Buffer[] {
  const [, ...frames] = createFrameSplitter().push(mp3.subarray(tagBytes(mp3)));
  return frames;
}
