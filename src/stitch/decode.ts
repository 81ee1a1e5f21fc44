/** Sound of any kind → one channel of 16-bit samples, by ffmpeg. */
import { Readable } from 'node:stream';
import { AudioEditionError } from '../errors.js';
import type { Ffmpeg } from './ffmpeg.js';
import { type Pcm, parseWav } from './wav.js';

export interface DecodeOptions {
  /** ffmpeg's name of the container; {@link demuxerOf} tells it from the bytes. */
  readonly demuxer?: string;
  /** Default: the sound's own rate. */
  readonly sampleRateHz?: number;
  /** This stretch alone, in seconds of the sound's own clock. */
  readonly stretch?: readonly [fromSeconds: number, toSeconds: number];
  readonly signal?: AbortSignal;
}

/**
 * Decodes bytes that an engine returned.
 * @throws AudioEditionError `sound-unknown` where the bytes are of no known kind; those of {@link Ffmpeg}.
 */
export async function decodeToPcm(ffmpeg: Ffmpeg, bytes: Buffer, options: DecodeOptions = {}): Promise<Pcm> {
  return decode(ffmpeg, Readable.from([bytes]), options.demuxer ?? demuxerOf(bytes, 'The sound'), options);
}

/** Decodes a file. @throws AudioEditionError as {@link decodeToPcm}. */
export async function decodeFile(
  ffmpeg: Ffmpeg,
  options: DecodeOptions & { readonly file: string; readonly demuxer: string },
): Promise<Pcm> {
  return decode(ffmpeg, options.file, options.demuxer, options);
}

async function decode(
  ffmpeg: Ffmpeg,
  source: Readable | string,
  demuxer: string,
  options: DecodeOptions,
): Promise<Pcm> {
  const chunks: Buffer[] = [];
  const [from, to] = options.stretch ?? [];
  const stretch =
    from === undefined || to === undefined ? [] : ['-ss', String(from), '-t', String(to - from)];
  const rate = options.sampleRateHz ? ['-ar', String(options.sampleRateHz)] : [];
  await ffmpeg.run({
    inputs: [{ source, demuxer, options: stretch }],
    outputOptions: ['-vn', '-map', '0:a:0', '-ac', '1', ...rate, '-c:a', 'pcm_s16le', '-f', 'wav'],
    output: (chunk) => chunks.push(chunk),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return parseWav(Buffer.concat(chunks));
}

/** How files begin, and ffmpeg's name for them. Playlists are left out on purpose: they open other files. */
const BEGINNINGS: readonly { readonly at: number; readonly magic: string; readonly demuxer: string }[] = [
  { at: 0, magic: 'RIFF', demuxer: 'wav' },
  { at: 0, magic: 'RF64', demuxer: 'wav' },
  { at: 0, magic: 'riff', demuxer: 'w64' },
  { at: 0, magic: 'FORM', demuxer: 'aiff' },
  { at: 0, magic: 'caff', demuxer: 'caf' },
  { at: 0, magic: 'fLaC', demuxer: 'flac' },
  { at: 0, magic: 'OggS', demuxer: 'ogg' },
  { at: 0, magic: 'ID3', demuxer: 'mp3' },
  { at: 4, magic: 'ftyp', demuxer: 'mov' },
  { at: 0, magic: '\x1a\x45\xdf\xa3', demuxer: 'matroska' },
  { at: 0, magic: 'wvpk', demuxer: 'wv' },
  { at: 0, magic: '.snd', demuxer: 'au' },
  { at: 0, magic: '#!AMR', demuxer: 'amr' },
  { at: 0, magic: '\x30\x26\xb2\x75', demuxer: 'asf' },
];

/**
 * ffmpeg's name of the container that begins with these bytes (the first 16 are enough).
 * @throws AudioEditionError `sound-unknown` (input), in words that begin with `name`.
 */
export function demuxerOf(bytes: Uint8Array, name: string): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const known = BEGINNINGS.find(({ at, magic }) => head.startsWith(magic, at));
  if (known) return known.demuxer;
  const sync = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if ((sync & 0xfff6) === 0xfff0) return 'aac';
  if ((sync & 0xffe0) === 0xffe0) return 'mp3';
  throw new AudioEditionError(
    `${name} is of no kind of audio that is known. Use WAV, FLAC, MP3, M4A, Ogg or AIFF.`,
    {
      code: 'sound-unknown',
      stage: 'stitch',
      fault: 'input',
    },
  );
}
