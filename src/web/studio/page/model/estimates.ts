import type { Order, OrderAnswer } from '../../api.js';
import type { Orders } from './orders.js';

/** How long the editor pauses in typing before the cost is asked for. */
const PAUSE_MILLISECONDS = 250;

/** Asks what orders would cost while they are still being typed; only the latest question is answered. */
export class Estimates {
  private asking = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly orders: Orders) {}

  /** Asks soon, one order after the other; the first answer matters most. */
  ask<K extends string>(
    wanted: readonly (readonly [K, Order])[],
    tell: (key: K, answer: OrderAnswer) => void,
  ): void {
    this.cancel();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.timer = setTimeout(async () => {
      for (const [key, order] of wanted) {
        const answer = await this.orders.estimate(order, signal);
        if (signal.aborted) return;
        if (answer !== undefined) tell(key, answer);
      }
    }, PAUSE_MILLISECONDS);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.asking.abort();
  }
}
