import type { StudioApi } from '../api-client.js';
import type { Unkept } from '../unkept.js';
import type { Talk } from './talk.js';

/** What every part of the model stands on. */
export interface ModelHost {
  readonly api: StudioApi;
  readonly talk: Talk;
  readonly unkept: Unkept;
  /** Draws the page again, soon. */
  update(): void;
}
