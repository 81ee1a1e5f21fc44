import type { StudioEvent } from '../api.js';

/** Hands events on to every window that listens. */
export class EventChannel {
  readonly #listeners = new Set<(event: StudioEvent) => void>();

  tell(event: StudioEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** @returns Ends the listening. */
  listen(listener: (event: StudioEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
