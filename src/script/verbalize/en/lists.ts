import { type ListWords, oneOf } from '../language.js';
import { cardinal, ordinal } from './numbers.js';
import { COUNTED_THINGS, ORDERED_THINGS } from './tables/lists.js';

/** Longer lists are not spoken of by their items' numbers in words. */
const MOST_IN_WORDS = 20;

const COUNTS = wordsOfNumbers(cardinal);
const ORDINALS = wordsOfNumbers(ordinal);

const NUMBER = String.raw`(?<number>\d{1,3}|${oneOf(COUNTS.keys())})`;
/** "three hundred jars" are no three. */
const NO_SCALE = String.raw`(?![\s-](?:hundred|thousand|million|billion|trillion|percent))`;
const NTH = String.raw`(?<number>\d{1,3}(?=st|nd|rd|th)|${oneOf(ORDINALS.keys())})(?:st|nd|rd|th)?`;

/** "5 ways to save", "three simple steps", "top 10". */
const COUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NUMBER}${NO_SCALE}(?:[\s-]\p{L}{2,20}){0,3}?[\s-](?:\p{L}{2,20}s|people|women|men|children)(?!\p{L})`,
  'giu',
);
const TOP = new RegExp(String.raw`(?<!\p{L})top[\s-]${NUMBER}(?![\p{L}\p{N}])`, 'giu');

/** "Follow these steps:", "in this order", "ranked by price". */
const ORDER =
  /\b(?:(?:these|following|simple|easy|next|first|the) steps|step by step|step-by-step|in (?:this|that|the following) order|in order of|ranked|ranking|countdown)\b/iu;

/** "step 2", "option three", "#4". */
const NAMED = new RegExp(
  String.raw`(?:(?<!\p{L})(?:${oneOf(COUNTED_THINGS)})\s|#)${NUMBER}(?![\p{L}\p{N}%]|\.\d)`,
  'giu',
);

/** "the second is harder", "the 3rd step". */
const NTH_OF_LIST = new RegExp(
  String.raw`(?<!\p{L})the\s${NTH}(?=\s?(?:[.,;:!?)]|$)|\s(?:one|is|was|of\s(?:these|those|them)|${oneOf(ORDERED_THINGS)})(?!\p{L}))`,
  'giu',
);

/** How lists are read in English. */
export const listWords: ListWords = {
  joints: ['and', 'or', 'then'],
  promisesNumbers: (text, items) =>
    ORDER.test(text) || numbersOf(COUNT, text).includes(items) || numbersOf(TOP, text).includes(items),
  numbersNamed: (text) => [...numbersOf(NAMED, text), ...numbersOf(NTH_OF_LIST, text)],
};

function numbersOf(pattern: RegExp, text: string): readonly number[] {
  return [...text.matchAll(pattern)].map(({ groups }) => {
    const written = groups?.['number']?.toLowerCase() ?? '';
    return COUNTS.get(written) ?? ORDINALS.get(written) ?? Number(written);
  });
}

function wordsOfNumbers(say: (digits: string) => string): ReadonlyMap<string, number> {
  return new Map(
    Array.from({ length: MOST_IN_WORDS }, (_, index) => [say(String(index + 1)), index + 1] as const),
  );
}
