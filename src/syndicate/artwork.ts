/** The show's picture as it is published. */
export interface Artwork {
  /** Path under `--out`: `artwork.jpg`. */
  readonly name: string;
  readonly mimeType: 'image/jpeg' | 'image/png';
  /** It is square. */
  readonly widthPixels: number;
}
