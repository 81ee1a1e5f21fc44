import { indexAt, type SpokenSentence, type Timeline } from '../timeline.js';

/**
 * The sentence that is heard, in one element of two lines, its word marked: for frames, where the whole text is folded
 * away. Before the voice begins it shows the first sentence. Like the text it follows, it costs two binary searches a
 * call and touches the page only when sentence or word change.
 */
export class SpokenLine {
  readonly element = document.createElement('p');

  private readonly before = new Text();
  private readonly word = document.createElement('b');
  private readonly after = new Text();
  private sentence: SpokenSentence | undefined;
  private wordIndex = -1;

  constructor(private readonly timeline: Timeline) {
    this.element.className = 'line';
    this.element.setAttribute('part', 'line');
    this.element.dir = 'auto';
    this.element.append(this.before, this.word, this.after);
    this.show(timeline.sentences[0], -1);
  }

  /** Moves to a moment of the episode. */
  moveTo(seconds: number): void {
    const sentence = this.timeline.sentences[Math.max(0, indexAt(this.timeline.sentences, seconds))];
    const index = indexAt(sentence?.words ?? [], seconds);
    if (sentence !== this.sentence || index !== this.wordIndex) this.show(sentence, index);
  }

  private show(sentence: SpokenSentence | undefined, index: number): void {
    if (sentence !== this.sentence) this.element.scrollTop = 0;
    [this.sentence, this.wordIndex] = [sentence, index];
    const source = sentence?.segment.source ?? '';
    const [start, end] = sentence?.span ?? [0, 0];
    const [from, to] = sentence?.words[index]?.source ?? [start, start];
    this.before.data = source.slice(start, from);
    this.word.textContent = source.slice(from, to);
    this.after.data = source.slice(to, end);
    this.keepInSight();
  }

  /** A long sentence is read two lines at a time. Only the element scrolls, never the page. */
  private keepInSight(): void {
    const { element, word } = this;
    const top = word.offsetTop;
    if (top + word.offsetHeight > element.scrollTop + element.clientHeight) element.scrollTop = top;
  }
}
