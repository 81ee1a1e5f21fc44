import type { DocumentSources } from '../issue/index.js';
import type { OnEvent } from './events.js';

/** The outside world, as the pipeline needs it. */
export interface PipelineHost {
  readonly sources: DocumentSources;
  /** `YYYY-MM-DD`, for an issue without a date. */
  readonly today: string;
  readonly now: () => Date;
  /** Cores to work on. */
  readonly threads: number;
  /** Where the built player and stylesheet lie. */
  readonly webFolder: string;
  readonly signal: AbortSignal;
  readonly onEvent: OnEvent;
}
