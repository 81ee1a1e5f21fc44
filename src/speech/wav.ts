import type { Pcm } from './engine.js';

const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const PCM_FORMAT = 1;

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
 * Reads a WAV file of one channel with 16 bits a sample. Sizes in the header are not believed beyond the
 * file's end: streaming servers write placeholders such as 0xFFFFFFFF or 0.
 *
 * @throws Error when it is no such file.
 */
export function readWav(file: Uint8Array): Pcm {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (view.toString('latin1', 0, 4) !== 'RIFF' || view.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('not a WAV file');
  }
  let sampleRateHz = 0;
  for (let at = 12; at + 8 <= view.length; ) {
    const name = view.toString('latin1', at, at + 4);
    const bytes = view.readUInt32LE(at + 4);
    if (name === 'fmt ') sampleRateHz = readFormat(view, at + 8);
    if (name === 'data' && sampleRateHz > 0)
      return { samples: readSamples(view, at + 8, bytes), sampleRateHz };
    at += 8 + bytes + (bytes % 2);
  }
  throw new Error('a WAV file without samples');
}

function readFormat(view: Buffer, at: number): number {
  const [format, channels, bits] = [
    view.readUInt16LE(at),
    view.readUInt16LE(at + 2),
    view.readUInt16LE(at + 14),
  ];
  if (format !== PCM_FORMAT || channels !== 1 || bits !== 8 * BYTES_PER_SAMPLE) {
    throw new Error(`a WAV file of format ${format} with ${channels} channels and ${bits} bits`);
  }
  return view.readUInt32LE(at + 4);
}

function readSamples(view: Buffer, from: number, claimedBytes: number): Int16Array {
  const rest = view.length - from;
  const bytes = claimedBytes === 0 ? rest : Math.min(claimedBytes, rest);
  const samples = new Int16Array(Math.floor(bytes / BYTES_PER_SAMPLE));
  new Uint8Array(samples.buffer).set(view.subarray(from, from + samples.byteLength));
  return samples;
}
