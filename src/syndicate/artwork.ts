import { readFile } from 'node:fs/promises';
import { AudioEditionError, messageOf } from '../errors.js';
import type { OutgoingFile } from '../store/contract.js';

/** The show's picture as it is published. */
export interface Artwork {
  /** Path under `--out`: `artwork.jpg`. */
  readonly name: string;
  readonly mimeType: 'image/jpeg' | 'image/png';
  /** It is square. */
  readonly widthPixels: number;
}

export interface ReadArtwork {
  readonly artwork: Artwork;
  readonly file: OutgoingFile;
}

/** What Apple Podcasts accepts (podcasters.apple.com/support/896). */
const SMALLEST_PIXELS = 1400;
const LARGEST_PIXELS = 3000;

type KnownType = Pick<Artwork, 'mimeType' | 'name'>;

const TYPES = {
  jpg: { mimeType: 'image/jpeg', name: 'artwork.jpg' },
  png: { mimeType: 'image/png', name: 'artwork.png' },
} as const satisfies Record<string, KnownType>;

/**
 * Reads the show's picture from a file.
 *
 * @throws AudioEditionError (`input`) `bad-artwork` that says what was found and what podcast apps accept.
 */
export async function readArtwork(file: string): Promise<ReadArtwork> {
  try {
    return await artworkFrom(await readFile(file));
  } catch (error) {
    throw new AudioEditionError(
      `${file}: this can't be the show's artwork (${messageOf(error)}); podcast apps want a square JPEG or PNG of ${SMALLEST_PIXELS} to ${LARGEST_PIXELS} pixels.`,
      { code: 'bad-artwork', stage: 'syndicate', fault: 'input', cause: error, data: { file } },
    );
  }
}

/** A drawn picture as the show's artwork; it is what directories accept. */
export function drawnArtwork(png: Uint8Array, widthPixels: number): ReadArtwork {
  const { name, mimeType } = TYPES.png;
  return { artwork: { name, mimeType, widthPixels }, file: { name, content: png } };
}

/**
 * A picture's bytes as the show's artwork, by what they are and not by their name.
 *
 * @throws Error that says what is wrong with them.
 */
export async function artworkFrom(bytes: Uint8Array): Promise<ReadArtwork> {
  const { imageSize } = await import('image-size');
  const { width, height, type = 'unknown' } = imageSize(bytes);
  const known: KnownType | undefined = Object.hasOwn(TYPES, type)
    ? TYPES[type as keyof typeof TYPES]
    : undefined;
  if (known === undefined) throw new Error(`it is of the type ${type}`);
  if (width !== height) throw new Error(`it has ${width} by ${height} pixels`);
  if (width < SMALLEST_PIXELS || width > LARGEST_PIXELS) throw new Error(`it is ${width} pixels wide`);
  return { artwork: { ...known, widthPixels: width }, file: { name: known.name, content: bytes } };
}
