import { patternRule, type Rule, sticky } from '../language.js';

/** Footnote marks and numbers of sources, which nobody reads aloud. */
export const referenceRules: readonly Rule[] = [
  patternRule(
    'source in brackets',
    { characters: '[' },
    sticky`\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\]`,
    () => '',
    ['none', 'direct', 'hyphen'],
  ),
  patternRule(
    'footnote mark',
    { characters: '*†‡' },
    sticky`[*†‡]{1,3}`,
    (_, place, end) => footnoteMark(place.text, place.at, end),
    ['none', 'direct', 'hyphen'],
  ),
];

/** Between two letters or numbers the star multiplies, and is not ours. */
function footnoteMark(text: string, at: number, end: number): string | undefined {
  if (/[\p{L}\p{N})]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}(]/u.test(text[end] ?? '')) return undefined;
  return isStar(text, at, end) ? 'star' : '';
}

/** `A*` and `RRT*` are names of algorithms; behind other words a star is a mark. */
function isStar(text: string, at: number, end: number): boolean {
  return (
    text[at] === '*' &&
    end === at + 1 &&
    /(?:^|[^\p{L}])[A-Z]{1,5}$/u.test(text.slice(Math.max(0, at - 6), at)) &&
    !/\*[^*]{0,40}\*/.test(text.slice(Math.max(0, at - 12), at + 1))
  );
}
