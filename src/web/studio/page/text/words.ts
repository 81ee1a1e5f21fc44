import type { TextSpan } from '../../../../edition.js';

/** The words of a text with their places: letters, digits, and what stands inside words. */
export function wordSpans(text: string): readonly TextSpan[] {
  return Array.from(
    text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.\-/&][\p{L}\p{N}\p{M}]+)*/gu),
    (match) => [match.index, match.index + match[0].length],
  );
}

/**
 * Widens or narrows a selection to whole words. Where it holds none (a click between two), the word beside it;
 * `undefined` where there is none either.
 */
export function wholeWords(text: string, [from, to]: TextSpan): TextSpan | undefined {
  const words = wordSpans(text);
  const inside = words.filter((word) => word[0] < to && from < word[1]);
  const [beside] = words.filter((word) => word[0] <= to && from <= word[1]);
  const [first, last] = [inside[0] ?? beside, inside.at(-1) ?? beside];
  return first === undefined || last === undefined ? undefined : [first[0], last[1]];
}

/** The word after or before the one that is picked; from none, the first or the last. */
export function neighbourWord(
  text: string,
  picked: TextSpan | undefined,
  step: 1 | -1,
): TextSpan | undefined {
  const words = wordSpans(text);
  if (picked === undefined) return words.at(step === 1 ? 0 : -1);
  return step === 1 ? words.find(([from]) => from >= picked[1]) : words.findLast(([, to]) => to <= picked[0]);
}
