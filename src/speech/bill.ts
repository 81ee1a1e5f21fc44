import type { SpeechRequest } from './engine.js';
import type { EngineFailureKind, EngineFailureOptions } from './engine-failure.js';

/** What was sent to an engine, retries included. */
export interface BillTotals {
  readonly requests: number;
  readonly charactersSent: number;
  /** What the service says it charged; where it says nothing, what it answered. */
  readonly charactersCharged: number;
}

/** What broke on the way may be charged all the same. */
const MAY_BE_CHARGED: ReadonlySet<EngineFailureKind> = new Set(['unreachable', 'timeout', 'broken']);

/** Counts what is sent. */
export class Bill {
  #requests = 0;
  #charactersSent = 0;
  #charactersCharged = 0;

  get totals(): BillTotals {
    return {
      requests: this.#requests,
      charactersSent: this.#charactersSent,
      charactersCharged: this.#charactersCharged,
    };
  }

  answered(request: SpeechRequest, billedCharacters: number | undefined): void {
    this.#count(request, billedCharacters ?? request.text.length);
  }

  /** A refused request is not charged; one that broke on the way may be, so it is counted as if it were. */
  failed(request: SpeechRequest, { kind, isUnsent }: Pick<EngineFailureOptions, 'kind' | 'isUnsent'>): void {
    if (isUnsent) return;
    this.#count(request, MAY_BE_CHARGED.has(kind) ? request.text.length : 0);
  }

  #count(request: SpeechRequest, charged: number): void {
    this.#requests++;
    this.#charactersSent += request.text.length;
    this.#charactersCharged += charged;
  }
}
