import { pipeline } from 'node:stream/promises';
import { createDeflate } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [BITS_PER_CHANNEL, TRUECOLOUR] = [8, 2];
/** Each line is stored as what differs from the line above, which for a drawn card is mostly nothing. */
const UP = 2;
/** Half a megabyte of a large picture: more would be in memory for nothing. */
const LINES_AT_ONCE = 64;

/**
 * A PNG without transparency of a square picture (https://www.w3.org/TR/png-3/), from `rgba`: four bytes a pixel, line
 * by line; the fourth is left out. For large drawn pictures: lines like the one above cost nothing, where general
 * encoders try five filters for each, and starting ffmpeg takes longer than all of it.
 */
export async function squarePng(rgba: Buffer, pixels: number): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([BITS_PER_CHANNEL, TRUECOLOUR], 8);
  const data: Buffer[] = [];
  await pipeline(differences(rgba, pixels), createDeflate(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const bytes of chunks) data.push(bytes);
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.concat(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** For each line the filter's number and three bytes a pixel; some lines at a time. */
function* differences(rgba: Buffer, pixels: number): Generator<Buffer> {
  for (let first = 0; first < pixels; first += LINES_AT_ONCE) {
    yield differencesOf(rgba, first, Math.min(pixels, first + LINES_AT_ONCE), pixels);
  }
}

function differencesOf(rgba: Buffer, firstLine: number, endLine: number, pixels: number): Buffer {
  const lineBytes = pixels * 4;
  const filtered = Buffer.alloc((endLine - firstLine) * (1 + pixels * 3));
  for (let line = firstLine; line < endLine; line++) {
    const from = line * lineBytes;
    const to = (line - firstLine) * (1 + pixels * 3);
    filtered[to] = UP;
    const isLikeAbove = line > 0 && rgba.compare(rgba, from - lineBytes, from, from, from + lineBytes) === 0;
    if (!isLikeAbove)
      writeLine(rgba, from, line === 0 ? undefined : from - lineBytes, filtered, to + 1, pixels);
  }
  return filtered;
}

function writeLine(
  rgba: Buffer,
  from: number,
  above: number | undefined,
  filtered: Buffer,
  to: number,
  pixels: number,
): void {
  const upper = above ?? 0;
  const share = above === undefined ? 0 : 1;
  const difference = (offset: number) => (rgba[from + offset] ?? 0) - share * (rgba[upper + offset] ?? 0);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const target = to + pixel * 3;
    filtered[target] = difference(pixel * 4);
    filtered[target + 1] = difference(pixel * 4 + 1);
    filtered[target + 2] = difference(pixel * 4 + 2);
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}

/** What a byte does to the checksum (PNG, annex D). */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
