/** The drawing of a title card as SVG. Pure. */
import { createHash } from 'node:crypto';

export interface Card {
  readonly title: string;
  /** May be empty. */
  readonly line: string;
  /** CSS colour of the ground; text on it is white. */
  readonly colour: string;
}

/** How wide a text is at a size, in pixels. */
export type TextMeasure = (text: string, sizePixels: number) => number;

export interface CardStyle {
  readonly pixels: number;
  readonly fontFamily: string;
  readonly measure: TextMeasure;
}

/** From the largest to the smallest, as parts of the card's width; the first at which the title fits is taken. */
const TITLE_SIZES = [0.15, 0.13, 0.11, 0.095, 0.08, 0.068, 0.058, 0.05];
const MARGIN = 0.08;
const TITLE_HEIGHT = 0.62;
const LINE_HEIGHT = 1.16;
const SMALL_SIZE = 0.042;

/** A square card: a thin rule and the quiet line at the top, the title set large below. */
export function titleCard(card: Card, { pixels, fontFamily, measure }: CardStyle): string {
  const margin = MARGIN * pixels;
  const { size, lines } = fitTitle(card.title, pixels, measure);
  const titleTop = pixels - margin - (lines.length - 1) * size * LINE_HEIGHT - size * 0.25;
  const rows = lines.map((line, index) => textAt(line, margin, titleTop + index * size * LINE_HEIGHT, size));
  const smallSize = SMALL_SIZE * pixels;
  const line = cutTo(pixels - 2 * margin, card.line, (text) => measure(text, smallSize));
  const small = textAt(line, margin, margin * 2, smallSize);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${pixels} ${pixels}">`,
    `<rect width="${pixels}" height="${pixels}" fill="${escapeXml(card.colour)}"/>`,
    `<rect x="${margin}" y="${margin}" width="${pixels - 2 * margin}" height="${pixels * 0.006}" fill="#fff"/>`,
    `<g fill="#fff" font-family="${escapeXml(fontFamily)}" font-weight="600">${small}${rows.join('')}</g></svg>`,
  ].join('');
}

/** A dark, calm colour that is always the same for the same slug; white on it keeps at least 7:1. */
export function colourOf(slug: string): string {
  const hue = createHash('sha256').update(slug).digest().readUInt16BE(0) % 360;
  return hexOf(hue, 0.45, 0.24);
}

function fitTitle(title: string, pixels: number, measure: TextMeasure): { size: number; lines: string[] } {
  const words = shortened(title.replace(/\s+/g, ' ').trim(), 160).split(' ');
  const width = (1 - 2 * MARGIN) * pixels;
  const widths = new Map(words.map((word) => [word, measure(word, 100) / 100]));
  const space = measure('a a', 100) / 100 - measure('aa', 100) / 100;
  for (const part of TITLE_SIZES) {
    const size = part * pixels;
    const lines = wrap(words, width / size, (word) => widths.get(word) ?? 0, space);
    if (lines && lines.length * size * LINE_HEIGHT <= TITLE_HEIGHT * pixels) return { size, lines };
  }
  const size = (TITLE_SIZES.at(-1) ?? 0) * pixels;
  return { size, lines: [cutTo(width, words.join(' '), (text) => measure(text, size))] };
}

/** What of a text that can't be broken fits on one line. */
function cutTo(width: number, text: string, measure: (text: string) => number): string {
  if (text === '' || measure(text) <= width) return text;
  const characters = [...text].length;
  return shortened(text, Math.max(2, Math.floor((characters * width) / measure(text)) - 2));
}

/** Words in lines no wider than `width`; undefined where a single word is wider. */
function wrap(
  words: readonly string[],
  width: number,
  widthOf: (word: string) => number,
  space: number,
): string[] | undefined {
  const lines: string[] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const own = widthOf(word);
    if (own > width) return undefined;
    if (filled + space + own <= width) {
      lines.push(`${lines.pop() ?? ''} ${word}`);
      filled += space + own;
    } else {
      lines.push(word);
      filled = own;
    }
  }
  return lines;
}

function textAt(text: string, x: number, y: number, size: number): string {
  return text === '' ? '' : `<text x="${x}" y="${y}" font-size="${size}">${escapeXml(text)}</text>`;
}

function shortened(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters
    ? text
    : `${all
        .slice(0, characters - 1)
        .join('')
        .trimEnd()}…`;
}

/** Also drops the characters that XML forbids. */
function escapeXml(text: string): string {
  const allowed = [...text].filter((character) => /[^\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(character)).join('');
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function hexOf(hue: number, saturation: number, lightness: number): string {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    const value = lightness - strength * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
