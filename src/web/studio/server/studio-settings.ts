import type { Config, PipelineEvent, PipelineHost, VoicesPlace } from '../../../index.js';

/** What the studio is told when it starts; everything of the outside world comes in here. */
export interface StudioSettings {
  /** The output folder; it may be empty. */
  readonly outDir: string;
  /** Reads the settings as they are now. */
  readonly loadConfig: () => Promise<Config>;
  /** Where the show's lexicon is written. */
  readonly voices: VoicesPlace;
  /** Engine to speak with; default: the one that spoke an edition, for a new one what the settings say. */
  readonly engine?: string;
  /** The pipeline's world for one piece of work. */
  readonly hostFor: (signal: AbortSignal, onEvent?: (event: PipelineEvent) => void) => PipelineHost;
  readonly version: string;
  /** Told of failures that are the program's own; messages hold no keys. */
  readonly onFailure: (error: unknown) => void;
}
