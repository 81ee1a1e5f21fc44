import type { ShownSentence } from './bind.js';
import { rangeIn } from './highlights.js';

/** A place in the text where the searched words stand. */
export interface Match {
  readonly range: Range;
  readonly sentence: ShownSentence;
}

/**
 * Every place where `query` stands in the sentences, without regard to case and accents. Matches do not reach
 * across sentences. An empty query matches nothing.
 */
export function findInText(shown: readonly ShownSentence[], query: string): readonly Match[] {
  const wanted = foldForSearch(query.trim());
  if (wanted === '') return [];
  return shown.flatMap((sentence) => {
    const text = sentence.text ?? firstText(sentence.element);
    if (text === undefined) return [];
    return positionsOf(foldForSearch(text.data), wanted).map((from) => ({
      sentence,
      range: rangeIn(text, from, from + wanted.length),
    }));
  });
}

/** Lower case without accents, of the same length, so that positions stay true: `Ünïted` → `united`. */
export function foldForSearch(text: string): string {
  return Array.from(text, (character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === character.length ? plain : character;
  }).join('');
}

function positionsOf(text: string, wanted: string): number[] {
  const positions: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    positions.push(at);
  return positions;
}

function firstText(element: HTMLElement): Text | undefined {
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return node instanceof Text ? node : undefined;
}
