import { normOf, type VoiceNorm } from './check-take.js';
import type { TakeMeasures } from './measure.js';

/** So many takes tell what a voice is like; judging waits for them. */
const TAKES_BEFORE_JUDGING = 5;

interface VoiceRecord {
  readonly measures: TakeMeasures[];
  /** Takes that will be measured in this build, those that have been included. */
  expected: number;
}

/**
 * What each voice of an edition usually sounds like. The first takes of a voice can't be judged by its
 * others, so a judgement waits until there are five, or as many as there will be.
 */
export class VoiceNorms {
  readonly #voices = new Map<string, VoiceRecord>();
  readonly #waiting = new Set<() => void>();
  #isClosed = false;

  /** Tells how many takes of a voice will be measured. */
  expect(voice: string, takes: number): void {
    this.#record(voice).expected += takes;
  }

  add(voice: string, measures: TakeMeasures): void {
    this.#record(voice).measures.push(measures);
    for (const wake of [...this.#waiting]) wake();
  }

  /** Lets all judgements go ahead with what is known: no more takes will come. */
  close(): void {
    this.#isClosed = true;
    for (const wake of [...this.#waiting]) wake();
  }

  /** What is usual for a voice, as soon as that can be said. */
  async of(voice: string): Promise<VoiceNorm> {
    if (!this.isReady(voice)) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          if (!this.isReady(voice)) return;
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
    const others = [...this.#voices]
      .filter(([name]) => name !== voice)
      .flatMap(([, { measures }]) => measures);
    return normOf(this.#record(voice).measures, others);
  }

  /** Whether a take of a voice can be judged without waiting for others. */
  isReady(voice: string): boolean {
    const { measures, expected } = this.#record(voice);
    return this.#isClosed || measures.length >= Math.min(TAKES_BEFORE_JUDGING, expected);
  }

  #record(voice: string): VoiceRecord {
    const record = this.#voices.get(voice) ?? { measures: [], expected: 0 };
    this.#voices.set(voice, record);
    return record;
  }
}
