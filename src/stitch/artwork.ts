/** The picture of a show or an edition that has none is drawn, so that a feed is accepted from the first day. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { squarePng } from './png.js';
import { colourOf, type TextMeasure, titleCard } from './title-card.js';

/** A picture's bytes and kind. */
export interface Picture {
  readonly bytes: Buffer;
  readonly mimeType: 'image/jpeg' | 'image/png';
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** What a drawn picture says. */
export interface CardFacts {
  readonly title: string;
  /** One quiet line above the title: a date, an author. */
  readonly line?: string;
  /** The colour follows from it. */
  readonly slug: string;
  /** `#rrggbb`, instead of the slug's colour. */
  readonly accent?: string | undefined;
}

/** What Apple asks of a show's picture at most; drawn ones have it exactly. */
export const ARTWORK_PIXELS = 3000;
const FONT_FAMILY = 'Source Serif 4';

/**
 * Draws a title card: a PNG of 3000 × 3000 pixels without transparency, as Apple asks. The same facts give the same
 * bytes. The library is loaded here, because most builds find their picture kept; it draws on another thread.
 */
export async function drawArtwork(facts: CardFacts): Promise<Picture> {
  const { renderAsync, Resvg } = await import('@resvg/resvg-js');
  const font = {
    fontFiles: [fontFile()],
    loadSystemFonts: needsOtherFonts(facts),
    defaultFontFamily: FONT_FAMILY,
  };
  const measure: TextMeasure = (text, sizePixels) =>
    new Resvg(textSvg(text, sizePixels), { font }).getBBox()?.width ?? 0;
  const svg = titleCard(
    { title: facts.title, line: facts.line ?? '', colour: facts.accent ?? colourOf(facts.slug) },
    { pixels: ARTWORK_PIXELS, fontFamily: FONT_FAMILY, measure },
  );
  const { pixels } = await renderAsync(svg, { font });
  const bytes = await squarePng(pixels, ARTWORK_PIXELS);
  return { bytes, mimeType: 'image/png', widthPixels: ARTWORK_PIXELS, heightPixels: ARTWORK_PIXELS };
}

function textSvg(text: string, sizePixels: number): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="1000"><text y="500" font-family="${FONT_FAMILY}" font-weight="600" font-size="${sizePixels}">${escaped}</text></svg>`;
}

function fontFile(): string {
  const fonts = path.dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/source-serif-4/package.json'),
  );
  return path.join(fonts, '600SemiBold', 'SourceSerif4_600SemiBold.ttf');
}

/** The font that ships has Latin, Greek and Cyrillic; for the rest the machine's fonts are asked. */
function needsOtherFonts({ title, line = '' }: CardFacts): boolean {
  return /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u.test(
    title + line,
  );
}
