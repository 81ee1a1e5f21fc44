/** Reading the WAV files that takes are kept in: mono, 16 bits. */
import { open } from 'node:fs/promises';
import { AudioEditionError, messageOf } from '../errors.js';
import { readInto } from './disk.js';

/** One channel of sound. */
export interface Pcm {
  /** −32768 … 32767. */
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
}

/**
 * A reader of takes' files, which reads all into the same memory: what it gives is good until its next call. A story's
 * takes are read twice, and memory for each would take longer to get than the file.
 * @throws AudioEditionError `take-unreadable` where a file is missing or is not mono 16-bit WAV.
 */
export function wavReader(): (file: string) => Promise<Pcm> {
  let memory = Buffer.alloc(0);
  return async (file) => {
    try {
      const handle = await open(file);
      try {
        const { size } = await handle.stat();
        if (size > memory.length) memory = Buffer.allocUnsafeSlow(2 * size);
        return parseWav(memory.subarray(0, await readInto(memory.subarray(0, size), handle)));
      } finally {
        await handle.close();
      }
    } catch (cause) {
      throw new AudioEditionError(
        `The take "${file}" can't be used: ${messageOf(cause)}. Remove it and build again; it is then made anew.`,
        { code: 'take-unreadable', stage: 'stitch', cause },
      );
    }
  };
}

/**
 * Reads mono 16-bit WAV. Sizes are taken as upper bounds, because a WAV written to a pipe can't know its own.
 * @throws Error naming what is wrong with the bytes.
 */
export function parseWav(bytes: Buffer): Pcm {
  if (
    bytes.length < 12 ||
    bytes.toString('latin1', 0, 4) !== 'RIFF' ||
    bytes.toString('latin1', 8, 12) !== 'WAVE'
  ) {
    throw new Error('it is not a WAV file');
  }
  let sampleRateHz = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
    if (name === 'fmt ') sampleRateHz = sampleRateOf(bytes.subarray(at + 8, at + 8 + size));
    if (name === 'data') return { samples: samplesOf(bytes.subarray(at + 8, at + 8 + size)), sampleRateHz };
    at += 8 + size + (size % 2);
  }
  throw new Error('its WAV header has no sound behind it');
}

function sampleRateOf(format: Buffer): number {
  const channels = format.readUInt16LE(2);
  const bits = format.readUInt16LE(14);
  if (channels !== 1 || bits !== 16)
    throw new Error(`it has ${channels} channels of ${bits} bits, not one of 16`);
  return format.readUInt32LE(4);
}

function samplesOf(data: Buffer): Int16Array {
  const aligned = data.byteOffset % 2 === 0 ? data : Buffer.from(data);
  return new Int16Array(aligned.buffer, aligned.byteOffset, aligned.length >> 1);
}
