import { findTake, readPeaks } from '../../../index.js';
import type { Peaks } from '../api.js';

/** So many pictures are kept in memory, of about a kilobyte each. */
const MOST_KEPT = 4000;

/** Pictures of takes, which never change. */
export class PeaksCache {
  readonly #outDir: string;
  readonly #kept = new Map<string, Peaks>();

  constructor(outDir: string) {
    this.#outDir = outDir;
  }

  /** The picture of a take, or nothing where the take is not kept. */
  async of(take: string): Promise<Peaks | undefined> {
    const kept = this.#kept.get(take);
    if (kept !== undefined) return kept;
    const found = await findTake({ outDir: this.#outDir, take });
    if (found === undefined) return undefined;
    const { peaksPerSecond, peaks } = await readPeaks(found.file);
    const picture = { peaksPerSecond, peaks: Buffer.from(peaks).toString('base64') };
    this.#kept.set(take, picture);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return picture;
  }
}
