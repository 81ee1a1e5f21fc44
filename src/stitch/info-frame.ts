/**
 * The Info header: a silent first frame that tells readers how long the file is, where its seconds lie and how
 * many samples the encoder put before and behind the sound. `Info` is the name for a constant bit rate
 * (`Xing` for a variable one); the layout is LAME's ("Mp3 Info Tag rev 1").
 */
import { emptyStereoFrame, STEREO_KBPS } from './mp3-frames.js';
import { FRAME_SAMPLES } from './plan.js';

/** Samples that LAME puts before the sound; decoders add 529 of their own and know it. */
const ENCODER_DELAY_SAMPLES = 576;
const HEADER_AND_SIDE_BYTES = 36;
/** Where LAME's part of the header begins in its frame. */
export const LAME_TAG_OFFSET = HEADER_AND_SIDE_BYTES + 120;
/** Fields present: frames, bytes, table of contents, quality. */
const ALL_FIELDS = 0x0f;
const CONSTANT_RATE_METHOD = 1;
const JOINT_STEREO_AND_44100_HZ = (3 << 2) | (1 << 6);

/** What the header tells about the frames that follow it. */
export interface InfoFrameFacts {
  readonly frameCount: number;
  /** Of the frames, without this header. */
  readonly frameBytes: number;
  /** What shall be heard. */
  readonly samples: number;
  /** {@link crc16} over the frames. */
  readonly crc: number;
}

/** The header's frame, in the same format as the frames that follow it. */
export function infoFrame(facts: InfoFrameFacts): Buffer {
  const frame = emptyStereoFrame(0);
  const bytes = frame.length + facts.frameBytes;
  frame.write('Info', HEADER_AND_SIDE_BYTES, 'latin1');
  frame.writeUInt32BE(ALL_FIELDS, HEADER_AND_SIDE_BYTES + 4);
  frame.writeUInt32BE(facts.frameCount, HEADER_AND_SIDE_BYTES + 8);
  frame.writeUInt32BE(bytes, HEADER_AND_SIDE_BYTES + 12);
  // At a constant rate the seek table is a straight line: entry i stands for i percent of the time.
  for (let percent = 0; percent < 100; percent += 1) {
    frame[HEADER_AND_SIDE_BYTES + 16 + percent] = Math.floor((percent * 256) / 100);
  }
  writeLameTag(frame, facts, bytes);
  return frame;
}

function writeLameTag(frame: Buffer, facts: InfoFrameFacts, bytes: number): void {
  const padding = facts.frameCount * FRAME_SAMPLES - ENCODER_DELAY_SAMPLES - facts.samples;
  const at = LAME_TAG_OFFSET;
  frame.write('LAME3.100', at, 'latin1');
  frame[at + 9] = CONSTANT_RATE_METHOD;
  frame[at + 20] = STEREO_KBPS;
  frame.writeUIntBE((ENCODER_DELAY_SAMPLES << 12) | Math.min(padding, 0xfff), at + 21, 3);
  frame[at + 24] = JOINT_STEREO_AND_44100_HZ;
  frame.writeUInt32BE(bytes, at + 28);
  frame.writeUInt16BE(facts.crc, at + 32);
  frame.writeUInt16BE(crc16(frame.subarray(0, at + 34), 0), at + 34);
}

/** CRC-16 (polynomial 0x8005, reflected), as LAME's tag wants it; goes on from `crc`. */
export function crc16(bytes: Buffer, crc: number): number {
  let value = crc;
  for (let at = 0; at < bytes.length; at += 1) {
    value = (value >> 8) ^ (CRC_TABLE[(value ^ (bytes[at] as number)) & 0xff] as number);
  }
  return value;
}

/** The CRC of two stretches one behind the other, from each one's own, so that kept frames need no new pass. */
export function joinCrc16(first: number, second: number, secondBytes: number): number {
  let factor = 0x8000;
  let byteStep = CRC_OF_ONE_BYTE_SHIFT;
  for (let left = secondBytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) factor = multiply(factor, byteStep);
    byteStep = multiply(byteStep, byteStep);
  }
  return multiply(first, factor) ^ second;
}

/** Product of two polynomials over GF(2) modulo the CRC's, bits reflected (the highest bit is x⁰). */
function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let bit = 0x8000; bit > 0; bit >>= 1) {
    if (a & bit) product ^= shifted;
    shifted = shifted & 1 ? (shifted >> 1) ^ POLYNOMIAL : shifted >> 1;
  }
  return product;
}

const POLYNOMIAL = 0xa001;
/** x⁸: what a following byte multiplies a CRC by. */
const CRC_OF_ONE_BYTE_SHIFT = 0x0080;

const CRC_TABLE = Uint16Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >> 1) ^ POLYNOMIAL : value >> 1;
  return value;
});
