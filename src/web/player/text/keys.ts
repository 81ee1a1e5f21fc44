import type { ShownSentence } from './bind.js';

/** Further than this, a press is not a click. */
const dragPixels = 8;

/** The sentences as one stop of the Tab key, moved through by arrows and played by Enter, Space or a click. */
export class SentenceKeys {
  private stop = 0;
  private pressedAt: readonly [x: number, y: number] = [0, 0];

  constructor(
    private readonly shown: readonly ShownSentence[],
    private readonly play: (sentence: ShownSentence) => void,
  ) {
    this.setStop(0);
  }

  /** Makes the spoken sentence the stop, unless the reader stands on another. */
  offer(sentence: ShownSentence): void {
    const current = this.shown[this.stop]?.element;
    if (current?.matches(':focus')) return;
    this.setStop(this.shown.indexOf(sentence));
  }

  /** Handles a key on the text; true when it was one of ours. */
  press(event: KeyboardEvent): boolean {
    const index = this.shown.findIndex(({ element }) => element === targetOf(event));
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Enter' || event.key === ' ') this.playAt(index);
    else {
      const next = this.moved(index, event.key);
      if (next === undefined) return false;
      this.setStop(next);
      this.shown[next]?.element.focus();
    }
    return true;
  }

  /** Remembers where a press began, to tell a click from selecting words. */
  pointerDown(event: PointerEvent): void {
    this.pressedAt = [event.clientX, event.clientY];
  }

  /** Handles a click on the text: plays the sentence, unless the reader selects words or follows a link. */
  click(event: MouseEvent): void {
    const path = event.composedPath();
    if (path.some((node) => node instanceof HTMLAnchorElement) || this.isDrag(event)) return;
    const index = this.shown.findIndex(({ element }) => path.includes(element));
    if (index >= 0) this.playAt(index);
  }

  /** Shadow trees hide selections, so the way of the pointer decides. */
  private isDrag({ clientX, clientY, detail }: MouseEvent): boolean {
    const [x, y] = this.pressedAt;
    return detail > 0 && Math.hypot(clientX - x, clientY - y) > dragPixels;
  }

  private playAt(index: number): void {
    const sentence = this.shown[index];
    if (sentence === undefined) return;
    this.setStop(index);
    this.play(sentence);
  }

  private moved(index: number, key: string): number | undefined {
    const last = this.shown.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, index + 1),
      ArrowRight: Math.min(last, index + 1),
      ArrowUp: Math.max(0, index - 1),
      ArrowLeft: Math.max(0, index - 1),
      Home: 0,
      End: last,
    };
    return moves[key];
  }

  private setStop(index: number): void {
    const before = this.shown[this.stop];
    const after = this.shown[index];
    if (before !== undefined) before.element.tabIndex = -1;
    if (after === undefined) return;
    after.element.tabIndex = 0;
    this.stop = index;
  }
}

function targetOf(event: Event): EventTarget | undefined {
  return event.composedPath()[0];
}
