import type { DocumentSources } from '../issue/index.js';
import type { Store } from '../store/contract.js';
import { openDiskStore } from '../store/disk/disk-store.js';
import type { OnEvent } from './events.js';

/** The outside world, as the pipeline needs it. */
export interface PipelineHost {
  readonly sources: DocumentSources;
  /** Where the pictures of an issue come from: guarded and within narrow limits, since an issue names them. */
  readonly pictures: Pick<DocumentSources, 'readFile' | 'fetch'>;
  /** `YYYY-MM-DD`, for an issue without a date. */
  readonly today: string;
  readonly now: () => Date;
  /** Cores to work on. */
  readonly threads: number;
  /** Where the built player and stylesheet lie. */
  readonly webFolder: string;
  /** Where editions are published; default: in the folder itself, which else holds what is not published. */
  readonly openStore?: (outDir: string) => Store;
  readonly signal: AbortSignal;
  readonly onEvent: OnEvent;
}

/** The store of an output folder. */
export function storeOf(
  outDir: string,
  { openStore = openDiskStore }: Pick<PipelineHost, 'openStore'>,
): Store {
  return openStore(outDir);
}
