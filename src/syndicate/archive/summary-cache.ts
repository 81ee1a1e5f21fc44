import { closeSync, createReadStream, openSync, readSync, writeSync } from 'node:fs';
import type { EditionSummary } from './summary.js';

/** Stands in the first line; change it whenever `EditionSummary` changes, so that old caches are not read. */
const FORMAT = 'audio-edition summaries 6\n';
/** Lines are written in blocks of about this size. */
const MAX_PENDING_BYTES = 1 << 20;
const NEWLINE = 0x0a;
const TAB = 0x09;

/** What is known about a summary without reading it. */
export interface SummaryEntry {
  readonly slug: string;
  /** By which editions are ordered. */
  readonly date: string;
  /** The manifest's version in the store that the summary was made from. */
  readonly version: string;
}

interface Place extends SummaryEntry {
  readonly offset: number;
  readonly length: number;
}

/**
 * Summaries of editions in one file on this machine, a line each, so that ten thousand of them need not be in
 * memory: an index says where each line lies. Lines are only ever added; the last one of an edition counts. It
 * can be thrown away at any time.
 */
export class SummaryCache {
  readonly #file: number;
  readonly #places: Map<string, Place>;
  /** For one summary at a time. */
  #buffer = Buffer.alloc(0);
  /** Lines that are not in the file yet. */
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #end: number;

  private constructor(file: number, places: Map<string, Place>, end: number) {
    this.#file = file;
    this.#places = places;
    this.#end = end;
  }

  static async open(path: string): Promise<SummaryCache> {
    const { places, end, wasted } = await readIndex(path);
    const file = openSync(path, wasted ? 'w+' : 'r+');
    if (!wasted) return new SummaryCache(file, places, end);
    writeSync(file, FORMAT);
    return new SummaryCache(file, new Map(), FORMAT.length);
  }

  has({ slug, version }: Pick<SummaryEntry, 'slug' | 'version'>): boolean {
    return this.#places.get(slug)?.version === version;
  }

  dateOf(slug: string): string | undefined {
    return this.#places.get(slug)?.date;
  }

  add(summary: EditionSummary, version: string): void {
    const { slug, publishedAt: date } = summary;
    const head = Buffer.from(`${JSON.stringify({ slug, date, version })}\t`);
    const body = Buffer.from(`${JSON.stringify(summary)}\n`);
    const offset = this.#end + head.length;
    this.#places.set(slug, { slug, date, version, offset, length: body.length - 1 });
    this.#pending.push(head, body);
    this.#pendingBytes += head.length + body.length;
    this.#end += head.length + body.length;
    if (this.#pendingBytes > MAX_PENDING_BYTES) this.flush();
  }

  /** Without waiting, as everything here: a wait takes longer than a kilobyte. */
  get(slug: string): EditionSummary | undefined {
    const place = this.#places.get(slug);
    if (place === undefined) return undefined;
    const { length, offset } = place;
    if (length > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(2 * length);
    readSync(this.#file, this.#buffer, 0, length, offset);
    return JSON.parse(this.#buffer.toString('utf8', 0, length)) as EditionSummary;
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  /** Writes what was added; before it, `get` doesn't find it. */
  flush(): void {
    const bytes = Buffer.concat(this.#pending);
    writeSync(this.#file, bytes, 0, bytes.length, this.#end - bytes.length);
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}

interface Index {
  readonly places: Map<string, Place>;
  readonly end: number;
  /** The file is missing, of another format, torn, or more than half of it is out of date. */
  readonly wasted: boolean;
}

const NOTHING: Index = { places: new Map(), end: 0, wasted: true };

async function readIndex(path: string): Promise<Index> {
  const places = new Map<string, Place>();
  let end = 0;
  let lines = -1;
  try {
    for await (const line of linesOf(path)) {
      if (lines === -1 && `${line.toString('latin1')}\n` !== FORMAT) return NOTHING;
      if (lines >= 0) {
        const place = placeOf(line, end);
        places.set(place.slug, place);
      }
      end += line.length + 1;
      lines++;
    }
  } catch {
    return NOTHING;
  }
  return { places, end, wasted: lines === -1 || lines > 2 * places.size + 8 };
}

function placeOf(line: Buffer, lineStart: number): Place {
  const tab = line.indexOf(TAB);
  const entry = JSON.parse(line.toString('utf8', 0, tab)) as SummaryEntry;
  return { ...entry, offset: lineStart + tab + 1, length: line.length - tab - 1 };
}

/** Complete lines of a file, as bytes; an unfinished last line is an error. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE, from)) {
      yield rest.subarray(from, at);
      from = at + 1;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) throw new Error('The last line is torn.');
}
