import type { Pcm } from './engine.js';

const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const PCM_FORMAT = 1;
const FLOAT_FORMAT = 3;
const EXTENSIBLE_FORMAT = 0xfffe;

/**
 * A WAV file of one channel with 16 bits a sample, as header and samples, to be written one after the other.
 * Samples lie in memory as they do in the file: every machine that Node runs on is little-endian.
 */
export function wavParts({ samples, sampleRateHz }: Pcm): readonly [header: Uint8Array, samples: Uint8Array] {
  const data = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(PCM_FORMAT, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * BYTES_PER_SAMPLE, 28);
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return [header, data];
}

/**
 * Reads a WAV file of samples as they are: whole numbers of 8 to 32 bits or floating point, any number of
 * channels (their mean is taken). Servers that stream write placeholders for sizes (0xFFFFFFFF, 0), and some
 * send a whole file with its header for each piece: so sizes are believed only within the file, and a second
 * header inside begins a second piece.
 *
 * @throws Error when it is no such file.
 */
export function readWav(file: Uint8Array): Pcm {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const starts = fileStarts(view);
  const pieces = starts.map((start, index) => readPiece(view.subarray(start, starts[index + 1])));
  const sampleRateHz = pieces[0]?.sampleRateHz;
  if (sampleRateHz === undefined) throw new Error('not a WAV file');
  if (pieces.some((piece) => piece.sampleRateHz !== sampleRateHz)) {
    throw new Error('a WAV file whose pieces have different sample rates');
  }
  return { samples: joinSamples(pieces.map(({ samples }) => samples)), sampleRateHz };
}

/** Samples of several pieces as one. */
export function joinSamples(pieces: readonly Int16Array[]): Int16Array {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  const samples = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}

function fileStarts(view: Buffer): number[] {
  const starts: number[] = [];
  for (let at = view.indexOf('RIFF', 0, 'latin1'); at !== -1; at = view.indexOf('RIFF', at + 4, 'latin1')) {
    if (view.toString('latin1', at + 8, at + 16) === 'WAVEfmt ') starts.push(at);
  }
  return starts;
}

interface SampleFormat {
  readonly isFloat: boolean;
  readonly channels: number;
  readonly bits: number;
  readonly sampleRateHz: number;
}

function readPiece(view: Buffer): Pcm {
  let format: SampleFormat | undefined;
  for (let at = 12; at + 8 <= view.length; ) {
    const name = view.toString('latin1', at, at + 4);
    const bytes = view.readUInt32LE(at + 4);
    if (name === 'fmt ') format = readFormat(view, at + 8);
    if (name === 'data' && format !== undefined) {
      const data = view.subarray(at + 8, isPlaceholder(bytes) ? view.length : at + 8 + bytes);
      if (data.length < bytes && !isPlaceholder(bytes)) throw new Error('a WAV file that is cut off');
      return { samples: readSamples(data, format), sampleRateHz: format.sampleRateHz };
    }
    at += 8 + bytes + (bytes % 2);
  }
  throw new Error('a WAV file without samples');
}

/** Sizes of servers that did not know them yet: 0, 2,000,000,000, 0xFFFFFFFF. Speech is never that long. */
function isPlaceholder(bytes: number): boolean {
  return bytes === 0 || bytes >= 1_000_000_000;
}

function readFormat(view: Buffer, at: number): SampleFormat {
  const tag = view.readUInt16LE(at);
  // An extensible format names the real one at the head of its 16-byte identifier.
  const format = tag === EXTENSIBLE_FORMAT ? view.readUInt16LE(at + 24) : tag;
  const [channels, bits] = [view.readUInt16LE(at + 2), view.readUInt16LE(at + 14)];
  const isFloat = format === FLOAT_FORMAT && bits === 32;
  if (!(isFloat || (format === PCM_FORMAT && [8, 16, 24, 32].includes(bits))) || channels === 0) {
    throw new Error(`a WAV file of format ${format} with ${channels} channels and ${bits} bits`);
  }
  return { isFloat, channels, bits, sampleRateHz: view.readUInt32LE(at + 4) };
}

function readSamples(data: Buffer, { isFloat, channels, bits }: SampleFormat): Int16Array {
  const bytes = bits / 8;
  const samples = new Int16Array(Math.floor(data.length / (bytes * channels)));
  if (bits === 16 && channels === 1) {
    new Uint8Array(samples.buffer).set(data.subarray(0, samples.byteLength));
    return samples;
  }
  for (let index = 0; index < samples.length; index++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      const at = (index * channels + channel) * bytes;
      if (isFloat) sum += data.readFloatLE(at) * 32_767;
      else if (bits === 8) sum += (data.readUInt8(at) - 128) * 256;
      else sum += data.readIntLE(at, bytes) / 2 ** (bits - 16);
    }
    samples[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum / channels)));
  }
  return samples;
}
