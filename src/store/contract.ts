/**
 * The contract of a store: where editions are published, on disk or elsewhere. Names are paths under `--out`
 * with `/`; those that begin with `.audio-edition/` are kept there but never served.
 */
export interface Store {
  /** As the user named it; for messages. */
  readonly location: string;
  /** A folder of this machine, there once the lock is held, for what can be made anew at any time. */
  readonly cacheFolder: string;
  /** A file's bytes, or nothing where there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * Lends a file's bytes to `use` and returns what it returns, or nothing where there is no such file. They are good
   * only until `use` returns, so that thousands of files in a row need no memory each.
   */
  lend<T>(name: string, use: (bytes: Buffer) => T): Promise<T | undefined>;
  /** Every edition that is published: the folders that hold an `edition.json`, in no order. */
  editions(): AsyncIterable<StoredEdition>;
  /** Names and sizes of all published files under a folder (`''`: under `--out`), in no order. */
  list(folder: string): AsyncIterable<StoredFile>;
  /**
   * Waits until no other program publishes here, finishes what a dead one left half done, and keeps others
   * out until it is released.
   *
   * @throws AudioEditionError `store-locked` when another one still works after `request.waitMilliseconds`.
   */
  lock(request: LockRequest): Promise<StoreLock>;
}

export interface StoredEdition {
  readonly slug: string;
  /** Changes whenever the bytes of `edition.json` change; cheap to get. */
  readonly version: string;
}

export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
}

export interface LockRequest {
  /** What is going on, for others who have to wait: `build issue-118`. */
  readonly owner: string;
  /** Default 10 minutes. */
  readonly waitMilliseconds?: number;
  /** Called once, with a plain sentence about who works here, when there is a wait. */
  readonly onWait?: (message: string) => void;
  readonly signal?: AbortSignal;
}

/** The right to publish, held by one program at a time. */
export interface StoreLock {
  /**
   * Publishes all of the files or none: whatever happens, what stands in the store is the last good state, or
   * becomes the new one when the next program takes the lock. Files take effect in the given order (put the
   * feed last), removals at the end. Files whose bytes are there already are not written again. They are
   * taken one at a time, so that many may be made on the way.
   */
  publish(files: OutgoingFiles, removals?: readonly string[]): Promise<PublishReport>;
  release(): Promise<void>;
}

export interface OutgoingFile {
  readonly name: string;
  readonly content: string | Uint8Array | LocalFile;
}

export type OutgoingFiles = Iterable<OutgoingFile> | AsyncIterable<OutgoingFile>;

/** A file on this machine; it is copied, never moved. */
export interface LocalFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PublishReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** The folder under `--out` that is never served: takes, editors' changes, locks. */
export const PRIVATE_FOLDER = '.audio-edition';
