import type { EditionSegment } from '../../../edition.js';
import { indexAt, type Timeline } from '../timeline.js';
import type { ShownSentence } from './bind.js';
import { type Highlights, rangeIn } from './highlights.js';

/** Class of the sentence that is heard. */
const spokenClass = 'audio-edition-spoken';

/**
 * Shows in the text where the voice is: the sentence by a class, the word in it by a highlight. Costs two binary
 * searches a call, and touches the page only when sentence or word change.
 */
export class Voice {
  private spoken: ShownSentence | undefined;
  private wordIndex = -1;
  private readonly starts: readonly { readonly startSeconds: number }[];

  constructor(
    private readonly timeline: Timeline,
    private readonly shown: readonly ShownSentence[],
    private readonly highlights: Highlights,
    private readonly sentenceChanged: (sentence: ShownSentence | undefined) => void,
  ) {
    this.starts = shown.map(({ sentence }) => sentence);
  }

  /** The sentence that is heard, if it is written anywhere. */
  get sentence(): ShownSentence | undefined {
    return this.spoken;
  }

  /** Moves the marks to a moment of the episode. */
  moveTo(seconds: number): void {
    const sentence = this.sentenceAt(seconds);
    if (sentence !== this.spoken) this.speak(sentence);
    const index = sentence === undefined ? -1 : indexAt(sentence.sentence.words, seconds);
    if (index !== this.wordIndex) this.markWord(index);
  }

  /** Takes the marks away. */
  clear(): void {
    this.markWord(-1);
    this.spoken?.element.classList.remove(spokenClass);
    this.spoken = undefined;
  }

  /** None while an announcement is heard that nobody wrote. */
  private sentenceAt(seconds: number): ShownSentence | undefined {
    const candidate = this.shown[indexAt(this.starts, seconds)];
    return candidate?.sentence.segment === this.segmentAt(seconds) ? candidate : undefined;
  }

  private segmentAt(seconds: number): EditionSegment | undefined {
    return this.timeline.segments[indexAt(this.timeline.segments, seconds)];
  }

  private speak(sentence: ShownSentence | undefined): void {
    this.clear();
    this.spoken = sentence;
    sentence?.element.classList.add(spokenClass);
    this.sentenceChanged(sentence);
  }

  private markWord(index: number): void {
    this.wordIndex = index;
    const text = this.spoken?.text;
    const word = this.spoken?.sentence.words[index];
    const start = this.spoken?.sentence.span[0] ?? 0;
    const range = text && word && rangeIn(text, word.source[0] - start, word.source[1] - start);
    this.highlights.set('word', range ? [range] : []);
  }
}
