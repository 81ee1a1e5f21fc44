import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import { AudioEditionError } from '../errors.js';
import type { PipelineHost } from '../pipeline/host.js';
import { PRIVATE_FOLDER, type Store } from '../store/contract.js';
import { ensureOutputFolder } from '../store/disk/output-folder.js';
import { openStore } from '../store/open-store.js';
import { configFrom, type SettingsFlags } from './commands/flags.js';
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
 * The same together with the settings, for commands that write or describe the show. A bucket remembers the show of its
 * last build as a folder does; a copy is kept on this machine, where settings are looked for.
 *
 * @param issue The issue that is built, beside which settings may lie.
 * @throws AudioEditionError (`input`) for a bucket without a key and for settings that can't be used.
 */
export async function openOutWithSettings<Flags extends SettingsFlags & { readonly out: string }>(
  flags: Flags,
  context: CommandContext,
  issue?: string,
): Promise<Out & { readonly config: Config }> {
  const out = await openOut(flags.out, context);
  if (out.host.openStore !== undefined) await copyShow(out);
  return { ...out, config: await configFrom({ ...flags, out: out.outDir }, context, issue) };
}

async function copyShow({ store, outDir }: Out): Promise<void> {
  const bytes = await store.read(`${PRIVATE_FOLDER}/show.json`);
  if (bytes === undefined) return;
  await ensureOutputFolder(outDir);
  await writeFile(path.join(outDir, PRIVATE_FOLDER, 'show.json'), bytes);
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
