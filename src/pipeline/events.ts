import type { Notice } from '../edition.js';

export type Stage = 'issue' | 'script' | 'speech' | 'stitch' | 'syndicate';

/** What is told while the pipeline works. */
export type PipelineEvent =
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** Which engine speaks, and why; or who keeps us waiting. */
  | { readonly kind: 'message'; readonly message: string }
  | {
      readonly kind: 'speech';
      readonly segmentsDone: number;
      readonly segments: number;
      readonly charactersDone: number;
      readonly characters: number;
      readonly audioSeconds: number;
    }
  | { readonly kind: 'stitch'; readonly storiesDone: number; readonly stories: number }
  | { readonly kind: 'notice'; readonly notice: Notice };

export type OnEvent = (event: PipelineEvent) => void;
