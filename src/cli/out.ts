import path from 'node:path';
import { AudioEditionError } from '../errors.js';
import type { PipelineHost } from '../pipeline/host.js';
import { PRIVATE_FOLDER, type Store } from '../store/contract.js';
import { openStore } from '../store/open-store.js';
import type { CommandContext } from './context.js';
import { readStorageEnvironment } from './environment.js';

/** What `--out` names. */
export interface Out {
  readonly store: Store;
  /** The folder on this machine: `--out` itself, or for a bucket where takes are kept. */
  readonly outDir: string;
  /** What the pipeline has to know of it. */
  readonly host: Pick<PipelineHost, 'openStore'>;
}

/**
 * Opens the folder or the bucket (`s3://bucket/prefix`) of `--out`.
 *
 * @throws AudioEditionError (`input`) for a bucket without a key.
 */
export async function openOut(out: string, { host }: CommandContext): Promise<Out> {
  const localRoot = path.join(host.cwd(), PRIVATE_FOLDER);
  const { store, localFolder } = await openStore(out, readStorageEnvironment(host.env), localRoot);
  return { store, outDir: localFolder, host: localFolder === out ? {} : { openStore: () => store } };
}

/**
 * The folder of `--out`, for commands that work on files of this machine.
 *
 * @param instead What to do where it is a bucket; ends the message.
 * @throws AudioEditionError (`input`) for a bucket.
 */
export function folderOf(out: string, command: string, instead: string): string {
  if (!/^s3:/i.test(out)) return out;
  throw new AudioEditionError(`"${command}" works in a folder, not in a bucket (${out}): ${instead}.`, {
    code: 'out-is-bucket',
    stage: 'cli',
    fault: 'input',
    data: { out, command },
  });
}
