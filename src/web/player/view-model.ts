import type { Edition } from '../../edition.js';
import type { Layout } from './element.js';
import type { Playback } from './playback.js';
import type { Surroundings } from './surroundings.js';
import type { Timeline } from './timeline.js';

/** State of the search in the text. */
export interface SearchState {
  readonly query: string;
  readonly count: number;
  /** From 0; −1 when nothing is found. */
  readonly current: number;
}

/** State of the share panel. */
export interface ShareState {
  readonly url: string;
  readonly withTime: boolean;
  readonly seconds: number;
}

/** Everything that the views draw from, gathered for one update. */
export interface PlayerView extends Surroundings {
  readonly layout: Layout;
  readonly edition: Edition;
  readonly timeline: Timeline;
  readonly playback: Playback;
  /** The text, where the page does not bring it in its slot. */
  readonly ownText: HTMLElement | undefined;
  /** The sentence that is heard. */
  readonly line: HTMLElement;
  readonly show: string;
  readonly audioUrl: string;
  /** Slugs of stories heard to their end. */
  readonly heard: ReadonlySet<string>;
  readonly hideSponsors: boolean;
  readonly isOpen: boolean;
  readonly isAway: boolean;
  readonly search: SearchState;
  readonly share: ShareState | undefined;
  readonly actions: PlayerActions;
}

/** What the listener can do beside playing. */
export interface PlayerActions {
  playStory(index: number): void;
  toggleMore(): void;
  toggleSleep(): void;
  toggleSponsors(): void;
  openShare(): void;
  closeShare(): void;
  shareTime(withTime: boolean): void;
  copyLink(): void;
  find(query: string): void;
  findNext(step: 1 | -1): void;
  backToVoice(): void;
}
