/** Length of a scrolling movement; none under reduced motion. */
const moveMilliseconds = 150;

/** The window, or the box that the text scrolls in. */
type Scroller = HTMLElement | Window;

/**
 * Keeps the spoken sentence in sight, unless the reader has scrolled away from it; then it waits until the reader
 * comes back or asks to be brought back.
 */
export class Follow {
  private current: HTMLElement | undefined;
  private isAway = false;
  private moving = 0;
  private movements = 0;
  private readonly controller = new AbortController();

  constructor(
    private readonly scroller: Scroller,
    /** Height of what covers the bottom of the scroller, in CSS pixels. */
    private readonly covered: () => number,
    private readonly awayChanged: (away: boolean) => void,
  ) {
    for (const target of new Set<Scroller>([scroller, window])) {
      const options = { passive: true, signal: this.controller.signal };
      target.addEventListener('scroll', () => this.scrolled(), options);
    }
  }

  /** The sentence to keep in sight from now on. */
  follow(element: HTMLElement | undefined): void {
    this.current = element;
    if (element === undefined || !isShown(element)) return;
    // The voice has come to where the reader is.
    if (this.isAway && this.isVisible(element)) this.setAway(false);
    if (!this.isAway && !this.isComfortable(element)) this.moveTo(element);
  }

  /** Brings the reader back to the voice. */
  back(): void {
    this.setAway(false);
    if (this.current === undefined) return;
    this.moveTo(this.current);
    // A box that scrolls may itself be out of sight; only this wish moves the page around it.
    if (this.scroller instanceof HTMLElement && !isInWindow(this.scroller)) {
      this.scroller.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
  }

  /** Shows another place, of which the voice is elsewhere: a search's match. */
  visit(element: HTMLElement): void {
    this.moveTo(element);
    this.setAway(this.current !== undefined && this.current !== element);
  }

  /** Lets go of the scroller. */
  stop(): void {
    this.controller.abort();
  }

  private scrolled(): void {
    if (this.moving > 0 || this.current === undefined) return;
    this.setAway(isShown(this.current) && !this.isVisible(this.current));
  }

  private setAway(away: boolean): void {
    if (away === this.isAway) return;
    this.isAway = away;
    this.awayChanged(away);
  }

  private isVisible(element: HTMLElement): boolean {
    const { top, bottom } = element.getBoundingClientRect();
    const view = this.view();
    return bottom > Math.max(0, view.top) && top < Math.min(window.innerHeight, view.bottom);
  }

  /** In the upper two thirds, so that a few lines to come can be read as well. */
  private isComfortable(element: HTMLElement): boolean {
    const { top, bottom } = element.getBoundingClientRect();
    const view = this.view();
    const height = view.bottom - view.top;
    return top >= view.top + height * 0.05 && bottom <= view.top + height * 0.7;
  }

  private view(): { top: number; bottom: number } {
    if (this.scroller instanceof HTMLElement) {
      const { top, bottom } = this.scroller.getBoundingClientRect();
      return { top, bottom };
    }
    return { top: 0, bottom: window.innerHeight - this.covered() };
  }

  private moveTo(element: HTMLElement): void {
    const view = this.view();
    const target = view.top + (view.bottom - view.top) * 0.25;
    const distance = element.getBoundingClientRect().top - target;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.glide(distance, calm || document.hidden ? 0 : moveMilliseconds);
  }

  private glide(distance: number, milliseconds: number): void {
    const start = performance.now();
    let done = 0;
    this.moving += 1;
    const movement = ++this.movements;
    const step = (now: number): void => {
      // A later movement goes on from where this one has come to.
      if (movement !== this.movements) {
        this.settle();
        return;
      }
      const part = milliseconds === 0 ? 1 : Math.min(1, Math.max(0, (now - start) / milliseconds));
      const eased = part * (2 - part);
      this.scroller.scrollBy({ top: (eased - done) * distance, behavior: 'instant' });
      done = eased;
      if (part < 1) requestAnimationFrame(step);
      else this.settle();
    };
    step(start);
  }

  /** The browser reports the last movement in the frame after it. */
  private settle(): void {
    setTimeout(() => {
      this.moving -= 1;
      // The reader may have scrolled meanwhile, or a match stand beside the voice.
      this.scrolled();
    }, 100);
  }
}

function isInWindow(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}

/** A hidden sponsor's text, or a folded one, is nowhere to scroll to. */
function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
