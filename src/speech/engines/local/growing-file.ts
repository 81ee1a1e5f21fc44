import { File, OpenFile } from '@bjorn3/browser_wasi_shim';

const FIRST_BYTES = 1 << 20;

/**
 * A file that is written from its start to its end in many small pieces. The shim's own copies all that was
 * written before with every piece, which for a sentence of ten seconds is twenty times the work.
 */
export class GrowingFile extends File {
  constructor() {
    super(new ArrayBuffer(0));
  }

  /** Opened to be written anew; the memory stays. */
  override path_open(): { ret: number; fd_obj: OpenFile } {
    this.data = new Uint8Array(this.data.buffer, 0, 0);
    return { ret: 0, fd_obj: new GrowingOpenFile(this) };
  }
}

class GrowingOpenFile extends OpenFile {
  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    const end = Number(this.file_pos) + data.byteLength;
    if (end > this.file.data.byteLength) this.file.data = grow(this.file.data, end);
    return super.fd_write(data);
  }
}

/** The same bytes, seen as `bytes` long; copied only where the memory behind them is too short. */
function grow(data: Uint8Array, bytes: number): Uint8Array {
  if (bytes <= data.buffer.byteLength) return new Uint8Array(data.buffer, 0, bytes);
  const longer = new Uint8Array(Math.max(FIRST_BYTES, 2 * bytes));
  longer.set(data);
  return longer.subarray(0, bytes);
}
