import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets callers through one after the other, one in each turn of the event loop: between two pieces of work
 * requests go out and answers come in.
 */
export class Turnstile {
  #last: Promise<void> = Promise.resolve();

  pass(): Promise<void> {
    this.#last = this.#last.then(() => nextTurn());
    return this.#last;
  }
}
