import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets callers through one after the other, one in each turn of the event loop: between two pieces of work
 * requests go out and answers come in.
 */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  async pass(): Promise<void> {
    this.#waiting++;
    this.#last = this.#last.then(() => nextTurn());
    await this.#last;
    this.#waiting--;
  }

  /** Resolves when fewer callers than this are waiting. */
  async shorterThan(callers: number): Promise<void> {
    while (this.#waiting >= callers) await nextTurn();
  }
}
