import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawArtwork } from '../../src/stitch/artwork.js';
import { colourOf, titleCard } from '../../src/stitch/title-card.js';

const style = {
  pixels: 1000,
  fontFamily: 'Any',
  measure: (text: string, size: number) => text.length * size * 0.5,
};

describe('drawArtwork', () => {
  it('draws what directories accept: a square PNG of 3000 pixels in RGB without alpha', async () => {
    const facts = { title: 'A “Größe” & more', line: '4 March 2026', slug: 'a' };
    const { bytes, mimeType } = await drawArtwork(facts);
    const [width, height, depth, colourType] = [
      bytes.readUInt32BE(16),
      bytes.readUInt32BE(20),
      bytes[24],
      bytes[25],
    ];
    expect([mimeType, width, height, depth, colourType]).toEqual(['image/png', 3000, 3000, 8, 2]);
    expect(bytes.length).toBeLessThan(500_000);
    const { data } = PNG.sync.read(bytes);
    expect([data[0], data[1], data[2]]).toEqual(rgbOf(colourOf('a')));
    expect(data.includes(Buffer.from([255, 255, 255, 255]))).toBe(true);
  });
});

describe('titleCard', () => {
  it('escapes what a title may hold', () => {
    const svg = titleCard({ title: 'A <b> & "c"\u0000', line: '', colour: '#123456' }, style);
    expect(svg).toContain('>A &lt;b> &amp;<');
    expect(svg).toContain('>&quot;c&quot;<');
    expect(svg).not.toContain('\u0000');
  });

  it.each(['Short', 'A title of several words that has to be broken', 'word '.repeat(60), 'W'.repeat(200)])(
    'keeps %j inside the card',
    (title) => {
      const svg = titleCard({ title, line: `14 May 2026 · ${title}`, colour: '#123456' }, style);
      for (const [, y = '', size = '', text = ''] of svg.matchAll(
        /y="([\d.]+)" font-size="([\d.]+)">([^<]*)</g,
      )) {
        expect(Number(y)).toBeLessThan(1000);
        expect(Number(y) - Number(size)).toBeGreaterThan(0);
        expect(style.measure(text, Number(size))).toBeLessThanOrEqual(841);
      }
    },
  );

  it('gives a slug its colour, dark enough for white text', () => {
    expect(colourOf('harbour')).toBe(colourOf('harbour'));
    for (let index = 0; index < 360; index += 1) {
      expect(contrastWithWhite(rgbOf(colourOf(`slug-${index}`)))).toBeGreaterThan(4.5);
    }
  });
});

function rgbOf(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** WCAG 2.2, contrast ratio. */
function contrastWithWhite(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
