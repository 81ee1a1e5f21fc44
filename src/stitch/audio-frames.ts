import { tagBytes } from './id3.js';
import { frameStarts } from './mp3-frames.js';

/**
 * Where in a published MP3 each frame that carries sound begins, and at the end where the sound ends: without the tag
 * and without the Info header.
 */
export function soundFrameStarts(mp3: Buffer): readonly number[] {
  return frameStarts(mp3, tagBytes(mp3)).slice(1);
}
