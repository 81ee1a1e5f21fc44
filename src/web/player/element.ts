import type { Edition } from '../../edition.js';

/** How the element is laid out: a card by itself, a page's dock with columns, a small card in a frame. */
export type Layout = 'card' | 'page' | 'embed';

/** Detail of the event `storychange`. */
export interface StoryChange {
  /** Slug of the story that is heard now. */
  readonly story: string;
  /** From 0. */
  readonly index: number;
}

/**
 * `<audio-edition>` as scripts see it. Besides `storychange` it dispatches the media events `play`, `pause`,
 * `ended`, `timeupdate`, `seeked`, `ratechange` and `volumechange`, without bubbling.
 */
export interface AudioEditionElement extends HTMLElement {
  /** Address of `edition.json`. */
  src: string | null;
  /** Default `card`. */
  layout: Layout | null;
  /** Title of the show. */
  show: string | null;
  /** Address of the show's picture. */
  artwork: string | null;
  /** Address of the edition's page, for links; default the folder of `edition.json`. */
  page: string | null;
  /** Leaves sponsors out of list and text; they are always heard. */
  hideSponsors: boolean;
  /** Called on `storychange`. */
  onstorychange: ((event: CustomEvent<StoryChange>) => void) | null;
  /** The edition, once it is loaded. */
  readonly edition: Edition | undefined;
  /** Slug of the story at the current time. */
  readonly story: string | undefined;
  /** Seconds of the episode. */
  currentTime: number;
  /** Seconds; NaN until the edition is loaded, as with media elements. */
  readonly duration: number;
  readonly paused: boolean;
  /** 0.5 to 4; 1 is the voice's own pace. */
  playbackRate: number;
  /** Plays, where the browser allows it. */
  play(): Promise<void>;
  pause(): void;
  /** Plays a story from its start; does nothing when the edition has none of this slug. */
  playStory(slug: string): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'audio-edition': AudioEditionElement;
  }
}
