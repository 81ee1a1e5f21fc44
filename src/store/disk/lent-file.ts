import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Makes a reader that reads every file into one and the same buffer and lends it to `use`. For thousands of
 * manifests in a row that takes a tenth of the time of a buffer for each: no memory is asked for, and it stays warm.
 * Without waiting, because a wait for each file costs more than the file.
 *
 * @returns What `use` returns. Throws what the file system throws.
 */
export function fileLender(): <T>(file: string, use: (bytes: Buffer) => T) => T {
  let buffer = Buffer.alloc(0);
  return (file, use) => {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      // Half as much again, so that files that grow one by one don't each need a new one.
      if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.ceil(size * 1.5));
      return use(buffer.subarray(0, readWhole(handle, buffer, size)));
    } finally {
      closeSync(handle);
    }
  };
}

function readWhole(handle: number, buffer: Buffer, size: number): number {
  let length = 0;
  while (length < size) {
    const read = readSync(handle, buffer, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return length;
}
