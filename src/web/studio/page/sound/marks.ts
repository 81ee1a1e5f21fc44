import { indexAt } from '../../../player/timeline.js';
import type { HeardWord } from '../../api.js';
import { rangeOver } from '../text/ranges.js';

const NAME = 'audio-edition-word';

/**
 * Marks the word that is heard, in the written and the spoken text, by the CSS Custom Highlight API: the page's
 * nodes stay as they are. Browsers without it show the segment alone.
 */
export class WordMarks {
  private shown: HeardWord | undefined;
  private where: Element | undefined;

  /** Marks the word of `segment` (an element with `.written` and `.spoken` texts) that is heard. */
  moveTo(segment: Element | undefined, words: readonly HeardWord[], seconds: number): void {
    const word = words[indexAt(words, seconds)];
    if (word === this.shown && segment === this.where) return;
    this.shown = word;
    this.where = segment;
    const ranges = word && segment ? rangesOf(segment, word) : [];
    if ('highlights' in CSS) CSS.highlights.set(NAME, new Highlight(...ranges));
  }

  clear(): void {
    this.moveTo(undefined, [], 0);
  }
}

function rangesOf(segment: Element, word: HeardWord): Range[] {
  const places = [
    ['.written', word.source],
    ['.spoken', word.speech],
  ] as const;
  return places.flatMap(([selector, span]) => {
    const element = segment.querySelector(selector);
    const range = element === null ? undefined : rangeOver(element, span);
    return range === undefined ? [] : [range];
  });
}
