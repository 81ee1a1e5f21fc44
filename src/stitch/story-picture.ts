/** A picture of an issue → what a podcast app shows while its story is heard. */
import { Readable } from 'node:stream';
import type { Ffmpeg } from './ffmpeg.js';
import type { TagPicture } from './id3.js';

/** Large enough for a phone, small enough that a player need not wait for the tags in front of the sound. */
const LONGEST_SIDE_PIXELS = 640;
/** Smaller ones are ornaments, or tell the sender that a mail was opened. */
const SHORTEST_SIDE_PIXELS = 64;
/** What decoding may cost; no camera makes larger ones. */
const MOST_PIXELS = 100_000_000;

/** What `image-size` calls a kind, and ffmpeg its demuxer. */
const DEMUXERS: Readonly<Record<string, string>> = {
  jpg: 'jpeg_pipe',
  png: 'png_pipe',
  webp: 'webp_pipe',
  gif: 'gif',
  bmp: 'bmp_pipe',
};

/**
 * A JPEG of at most 640 pixels a side, without what the original says about camera and place.
 *
 * @throws Error that says in a few words why the bytes are no picture for a chapter; those of {@link Ffmpeg.run}.
 */
export async function chapterPicture(
  ffmpeg: Ffmpeg,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<TagPicture> {
  const demuxer = await demuxerOf(bytes);
  const chunks: Buffer[] = [];
  const fit = `min(${LONGEST_SIDE_PIXELS},iw):min(${LONGEST_SIDE_PIXELS},ih)`;
  await ffmpeg.run({
    inputs: [{ source: Readable.from([Buffer.from(bytes)]), demuxer }],
    outputOptions: [
      ...['-frames:v', '1', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
      ...['-vf', `scale='${fit.replace(':', "':'")}':force_original_aspect_ratio=decrease,format=yuvj420p`],
      ...['-c:v', 'mjpeg', '-q:v', '4', '-f', 'image2pipe'],
    ],
    output: (chunk) => chunks.push(chunk),
    ...(signal ? { signal } : {}),
  });
  return { bytes: Buffer.concat(chunks), mimeType: 'image/jpeg' };
}

async function demuxerOf(bytes: Uint8Array): Promise<string> {
  const { imageSize } = await import('image-size');
  const { width, height, type = 'unknown' } = imageSize(bytes);
  const demuxer = Object.hasOwn(DEMUXERS, type) ? DEMUXERS[type] : undefined;
  if (demuxer === undefined) throw new Error(`it is of the kind ${type}`);
  if (Math.min(width, height) < SHORTEST_SIDE_PIXELS) throw new Error(`it has ${width} by ${height} pixels`);
  if (width * height > MOST_PIXELS) throw new Error(`it is as large as ${width} by ${height} pixels`);
  return demuxer;
}
