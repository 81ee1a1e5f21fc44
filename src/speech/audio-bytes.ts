import { messageOf } from '../errors.js';
import type { Decode, EncodedAudio, Pcm } from './engine.js';
import { engineFailure } from './engine-failure.js';
import { readWav } from './wav.js';

/** What some bytes are by their own account. */
export type AudioKind = 'wav' | 'mp3' | 'ogg' | 'flac' | 'text' | 'unknown';

/**
 * Turns a service's bytes into samples. What they are is read from the bytes: servers send WAV when asked
 * for MP3, or a web page with status 200.
 *
 * @throws a `broken` failure of the engine when they are no whole audio: asking again may help.
 */
export async function decodeAudio(
  { bytes, hint }: EncodedAudio,
  engine: string,
  decode: Decode,
  signal: AbortSignal,
): Promise<Pcm> {
  const broken = (found: string, cause?: unknown) =>
    engineFailure(`The engine ${engine} answered with ${found} in place of audio.`, {
      engine,
      kind: 'broken',
      cause,
    });
  const kind = audioKind(bytes);
  if (bytes.length === 0) throw broken('nothing');
  if (kind === 'text') throw broken('text');
  if (kind === 'unknown') {
    const pcm = readRawPcm(bytes, hint);
    if (pcm !== undefined) return pcm;
  }
  try {
    // `await` here, so that a decoder's failure is caught here.
    return kind === 'wav' ? readWav(bytes) : await decode(bytes, hint, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw broken(`bytes that can't be decoded (${messageOf(cause)})`, cause);
  }
}

/** Looks at the first bytes. */
export function audioKind(bytes: Uint8Array): AudioKind {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WAVE') return 'wav';
  if (start.startsWith('ID3') || isMp3Frame(bytes)) return 'mp3';
  if (start.startsWith('OggS')) return 'ogg';
  if (start.startsWith('fLaC')) return 'flac';
  if (/^\s*(<[!a-z?]|[{[]\s*["{[])/i.test(start)) return 'text';
  return 'unknown';
}

const MPEG1_LAYER3_KBPS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG2_LAYER3_KBPS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const MPEG1_SAMPLE_RATES_HZ = [44_100, 48_000, 32_000];

/** Raw samples may look like the head of an MP3 frame by chance; hardly like two at the right distance. */
function isMp3Frame(bytes: Uint8Array): boolean {
  const length = mp3FrameLength(bytes, 0);
  return length !== undefined && (length >= bytes.length || mp3FrameLength(bytes, length) !== undefined);
}

function mp3FrameLength(bytes: Uint8Array, at: number): number | undefined {
  const [sync = 0, version = 0, rates = 0] = bytes.subarray(at, at + 3);
  const isLayer3 = sync === 0xff && (version & 0xe6) === 0xe2;
  const isMpeg1 = (version & 0x18) === 0x18;
  const kbps = (isMpeg1 ? MPEG1_LAYER3_KBPS : MPEG2_LAYER3_KBPS)[rates >> 4];
  const mpeg1RateHz = MPEG1_SAMPLE_RATES_HZ[(rates >> 2) & 3];
  if (!isLayer3 || !kbps || mpeg1RateHz === undefined || (version & 0x18) === 0x08) return undefined;
  const divisor = isMpeg1 ? 1 : (version & 0x18) === 0x10 ? 2 : 4;
  const padding = (rates >> 1) & 1;
  return Math.floor(((isMpeg1 ? 144 : 72) * kbps * 1000) / (mpeg1RateHz / divisor)) + padding;
}

/** Samples without any header, when they were asked for: `pcm_24000` is 24 kHz, 16 bits, one channel. */
function readRawPcm(bytes: Uint8Array, hint: string | undefined): Pcm | undefined {
  const sampleRateHz = Number(hint?.match(/^pcm_(\d+)$/)?.[1]);
  if (Number.isNaN(sampleRateHz)) return undefined;
  // Where they lie in memory as samples must, they are not copied.
  const { buffer, byteOffset } = bytes.byteOffset % 2 === 0 ? bytes : Uint8Array.from(bytes);
  return { samples: new Int16Array(buffer, byteOffset, Math.floor(bytes.length / 2)), sampleRateHz };
}
