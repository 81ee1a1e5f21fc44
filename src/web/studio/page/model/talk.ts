import { ApiFailure } from '../api-client.js';

/** What the page says beside what it shows: one line for everybody, and one for screen readers. */
export class Talk {
  /** Read out politely: what was done, and nothing that happens by itself. */
  announcement = '';
  /** What went wrong last; stays until it is put away. */
  problem: string | undefined;

  constructor(private readonly update: () => void) {}

  /** Tells a screen reader; the same words twice are told twice. */
  announce(text: string): void {
    this.announcement = text === this.announcement ? `${text}\u00a0` : text;
    this.update();
  }

  /** Says what went wrong. */
  fail(error: unknown): void {
    this.problem = error instanceof Error ? error.message : String(error);
    if (error instanceof ApiFailure && error.code === 'draft-changed') {
      this.problem =
        'Another window changed this edition; this is how it stands now. Do it again if you still want to.';
    }
    this.update();
  }

  putAway(): void {
    this.problem = undefined;
    this.update();
  }

  /** Runs work that may fail; `undefined` where it did. Giving up on purpose is no failure. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.fail(error);
      return undefined;
    }
  }
}
