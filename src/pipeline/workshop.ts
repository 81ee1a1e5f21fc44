import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import { removeLeftovers } from '../stitch/disk.js';
import type { Ffmpeg } from '../stitch/ffmpeg.js';
import { MeterThread } from '../stitch/meter-thread.js';
import { PRIVATE_FOLDER, type Store, type StoreLock } from '../store/contract.js';
import { type PipelineHost, storeOf } from './host.js';
import { findTools } from './tools.js';

/** Where an edition is made: nobody else works on the store meanwhile. */
export interface Workshop {
  readonly store: Store;
  readonly lock: StoreLock;
  readonly ffmpeg: Ffmpeg;
  readonly meters: MeterThread;
  /** For files on their way; gone when the work is done. */
  readonly stagingFolder: string;
  readonly takesFolder: string;
  /** Encoded stories, kept from build to build. */
  readonly encodedFolder: string;
  /** Stories' pictures as chapters show them, kept from build to build. */
  readonly picturesFolder: string;
  /** Covers that were drawn. */
  readonly drawnFolder: string;
}

export interface WorkshopRequest {
  readonly outDir: string;
  /** What is done, for others who have to wait. */
  readonly work: string;
  readonly config: Config;
}

/**
 * Opens the workshop, works, and closes it whatever happens.
 *
 * @throws AudioEditionError (`input`) where there is no ffmpeg or the output folder can't be written;
 *   `store-locked` where another program works there too long.
 */
export async function inWorkshop<T>(
  request: WorkshopRequest,
  host: PipelineHost,
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const ffmpeg = await findTools(request.config.environment);
  return withStore(request, host, async (store, lock) => {
    const stagingRoot = path.join(request.outDir, PRIVATE_FOLDER, 'staging');
    const encodedFolder = path.join(request.outDir, PRIVATE_FOLDER, 'encoded');
    await removeLeftovers(encodedFolder, host.now().getTime());
    const meters = new MeterThread();
    try {
      return await work({
        store,
        lock,
        ffmpeg,
        meters,
        stagingFolder: await emptyStaging(stagingRoot),
        takesFolder: takesFolderOf(request.outDir),
        encodedFolder,
        picturesFolder: picturesFolderOf(request.outDir),
        drawnFolder: path.join(request.outDir, PRIVATE_FOLDER, 'drawn'),
      });
    } finally {
      await meters.close();
      await rm(stagingRoot, { recursive: true, force: true });
    }
  });
}

/** Opens the store, keeps other programs out while the work lasts, and lets them in again. */
export async function withStore<T>(
  request: Omit<WorkshopRequest, 'config'>,
  host: PipelineHost,
  work: (store: Store, lock: StoreLock) => Promise<T>,
): Promise<T> {
  const store = storeOf(request.outDir, host);
  const lock = await store.lock({
    owner: request.work,
    onWait: (message) => host.onEvent({ kind: 'message', message }),
    signal: host.signal,
  });
  try {
    return await work(store, lock);
  } finally {
    await lock.release();
  }
}

/** Where takes are kept under `--out`. */
export function takesFolderOf(outDir: string): string {
  return path.join(outDir, PRIVATE_FOLDER, 'takes');
}

/** Where stories' pictures are kept under `--out`. */
export function picturesFolderOf(outDir: string): string {
  return path.join(outDir, PRIVATE_FOLDER, 'pictures');
}

/** The lock is ours, so whatever lies in staging was left by a program that died. */
async function emptyStaging(root: string): Promise<string> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  return mkdtemp(path.join(root, 'edition-'));
}
