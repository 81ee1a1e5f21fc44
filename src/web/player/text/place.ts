import type { SpokenTextPlace } from './spoken-text.js';

/** The text that a page brings for its player, if it does. */
export function pageTextOf(player: HTMLElement): HTMLElement | null {
  return player.querySelector<HTMLElement>(':scope > [slot="text"]');
}

/**
 * Where a text stands and what scrolls it: the window in a page, where the dock covers its end, else the player's
 * own box.
 */
export function placeOfText(root: HTMLElement, shadow: ParentNode, isInPage: boolean): SpokenTextPlace {
  const box = shadow.querySelector<HTMLElement>('.text-box');
  const dock = shadow.querySelector<HTMLElement>('.dock');
  return {
    root,
    scroller: isInPage || box === null ? window : box,
    covered: () => (isInPage ? (dock?.offsetHeight ?? 0) : 0),
  };
}
