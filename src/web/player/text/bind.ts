import type { SpokenSentence, Timeline } from '../timeline.js';

/** A sentence and where it stands on the page. */
export interface ShownSentence {
  readonly sentence: SpokenSentence;
  readonly element: HTMLElement;
  /** Holds exactly the sentence's characters; absent where the page's text differs from the edition's. */
  readonly text?: Text;
}

/** Class of the elements around sentences, in the player's own text as in a page's. */
const sentenceClass = 'audio-edition-sentence';

/**
 * Finds an edition's sentences in a text whose blocks are marked `data-segment`, and puts an element around each.
 * A block whose words are not exactly the segment's (a page may have added a link) is followed as a whole.
 */
export function bindText(root: HTMLElement, timeline: Timeline): readonly ShownSentence[] {
  const blocks = new Map<string, HTMLElement>();
  for (const block of root.querySelectorAll<HTMLElement>('[data-segment]')) {
    blocks.set(block.dataset['segment'] ?? '', block);
  }
  return Array.from(groupBySegment(timeline.sentences)).flatMap(([segment, sentences]) => {
    const block = blocks.get(segment.id);
    if (block === undefined) return [];
    return block.textContent === segment.source ? splitBlock(block, sentences) : wholeBlock(block, sentences);
  });
}

function groupBySegment(
  sentences: readonly SpokenSentence[],
): Map<SpokenSentence['segment'], SpokenSentence[]> {
  const groups = new Map<SpokenSentence['segment'], SpokenSentence[]>();
  for (const sentence of sentences) {
    const group = groups.get(sentence.segment);
    if (group === undefined) groups.set(sentence.segment, [sentence]);
    else group.push(sentence);
  }
  return groups;
}

function splitBlock(block: HTMLElement, sentences: readonly SpokenSentence[]): ShownSentence[] {
  const source = block.textContent ?? '';
  const pieces = document.createDocumentFragment();
  let at = 0;
  const shown = sentences.map((sentence) => {
    const [from, to] = sentence.span;
    if (from > at) pieces.append(source.slice(at, from));
    const element = document.createElement('span');
    const text = document.createTextNode(source.slice(from, to));
    element.className = sentenceClass;
    element.append(text);
    pieces.append(element);
    at = to;
    return { sentence, element: focusable(element), text };
  });
  if (at < source.length) pieces.append(source.slice(at));
  block.replaceChildren(pieces);
  return shown;
}

function wholeBlock(block: HTMLElement, sentences: readonly SpokenSentence[]): ShownSentence[] {
  const [first] = sentences;
  block.classList.add(sentenceClass);
  return first === undefined ? [] : [{ sentence: first, element: focusable(block) }];
}

/** Sentences are one stop for the Tab key; arrows move inside (`keys.ts`). */
function focusable(element: HTMLElement): HTMLElement {
  element.tabIndex = -1;
  return element;
}
