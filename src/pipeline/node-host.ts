import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Fetched, GuardedFetchOptions } from '../fetch/guarded-fetch.js';
import type { OnEvent } from './events.js';
import type { PipelineHost } from './host.js';

/** `dist/web`, where the build has put player and stylesheet. */
const WEB_FOLDER = fileURLToPath(new URL('../web/', import.meta.url));

export interface NodeHostOptions {
  /** Ends the work; what was synthesized is kept. Default: it is never ended. */
  readonly signal?: AbortSignal;
  /** Told what is going on. Default: nobody. */
  readonly onEvent?: OnEvent;
  /** Where the issue `-` comes from; default: it is empty. */
  readonly stdin?: NodeJS.ReadableStream;
  /** Let web addresses lead into a private network. */
  readonly allowPrivateNetwork?: boolean;
  readonly openStore?: NonNullable<PipelineHost['openStore']>;
}

/** The world as Node.js sees it: files, the guarded network, the clock, all cores. */
export function nodeHost(options: NodeHostOptions = {}): PipelineHost {
  const { allowPrivateNetwork = false, stdin } = options;
  return {
    sources: {
      readFile,
      readStdin: async () => (stdin === undefined ? Buffer.alloc(0) : buffer(stdin)),
      fetch: fetchGuarded({ allowPrivateNetwork }),
    },
    pictures: { readFile, fetch: fetchGuarded({ allowPrivateNetwork, ...PICTURE_LIMITS }) },
    today: localDay(new Date()),
    now: () => new Date(),
    threads: availableParallelism(),
    webFolder: WEB_FOLDER,
    signal: options.signal ?? new AbortController().signal,
    onEvent: options.onEvent ?? (() => undefined),
    ...(options.openStore === undefined ? {} : { openStore: options.openStore }),
  };
}

/** A picture is worth less patience than an issue. */
const PICTURE_LIMITS = { maxBytes: 10_000_000, timeoutSeconds: 10 };

/** Loaded when something is fetched, which most builds don't. */
function fetchGuarded(options: GuardedFetchOptions): (url: string) => Promise<Fetched> {
  return async (url) => (await import('../fetch/guarded-fetch.js')).guardedFetch(options)(url);
}

/** The day on this machine's calendar, not in Greenwich. */
function localDay(now: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
