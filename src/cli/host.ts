import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { PipelineHost } from '../pipeline/host.js';
import type { CommandContext } from './context.js';
import { showProgress } from './progress.js';

/** `dist/web`, beside the compiled command line. */
const WEB_FOLDER = fileURLToPath(new URL('../web/', import.meta.url));

export interface HostFlags {
  readonly allowPrivateNetwork?: boolean;
}

/** The real world for the pipeline. */
export function createHost(
  { host, terminal, signal }: CommandContext,
  { allowPrivateNetwork = false }: HostFlags = {},
): PipelineHost {
  return {
    sources: {
      readFile,
      readStdin: () => buffer(host.stdin),
      fetch: async (url) =>
        (await import('../fetch/guarded-fetch.js')).guardedFetch({ allowPrivateNetwork })(url),
    },
    today: localDay(new Date()),
    now: () => new Date(),
    threads: availableParallelism(),
    webFolder: WEB_FOLDER,
    signal,
    onEvent: showProgress(terminal, () => performance.now()),
  };
}

/** The day on this machine's calendar, not in Greenwich. */
function localDay(now: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
