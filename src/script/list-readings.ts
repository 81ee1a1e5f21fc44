import type { Block } from '../edition.js';
import { type BulletList, listsOf } from './lists.js';
import type { StoryOutline } from './outline.js';
import type { ListWords } from './verbalize/index.js';

/** How a bullet is read because of the list that it stands in. */
export interface ListReading {
  /** The item's number, said before it. */
  readonly number?: number;
  /** Its list runs as one sentence, which goes on behind this item or ends with it. */
  readonly sentence?: 'goes-on' | 'ends';
  /** What the sentence has before its last item: "and"; absent where the author wrote it. */
  readonly joint?: string;
  /** The author ended the item with such a word, so that no mark follows. */
  readonly endsWithJoint?: boolean;
}

/** A sentence of more items, or of longer ones, is hard to follow by ear. */
const MOST_ITEMS = 6;
const MOST_WORDS = 5;

/** A title or lead-in says at its end what follows. */
const LONGEST_PROMISE = 300;

/**
 * How the bullets of a story are read, as far as their lists decide: short noun lists run as one sentence ("flour,
 * water, and salt"); the numbers of an ordered list are said where the text counts on them.
 */
export function listReadings(
  story: StoryOutline,
  words: ListWords | undefined,
): ReadonlyMap<Block, ListReading> {
  const lists = words === undefined ? [] : listsOf(story.blocks);
  if (words === undefined || lists.length === 0) return new Map();
  const counting = countingOf(story, lists, words);
  return new Map(
    lists.flatMap((list) => {
      if (isNumbered(list)) return countsOnNumbers(list, counting, words) ? numbered(list) : [];
      return runsAsSentence(list, words) ? sentence(list, words) : [];
    }),
  );
}

/** What of a story tells whether it counts on its lists' numbers. */
interface Counting {
  readonly title: string;
  /** The numbers with which its lists begin. */
  readonly begins: ReadonlySet<number>;
  /** The lowest number by which its text names an item. */
  readonly lowestNamed: number;
}

function countingOf(story: StoryOutline, lists: readonly BulletList[], words: ListWords): Counting {
  const named = lists.some(isNumbered)
    ? story.blocks.flatMap(({ block }) => words.numbersNamed(block.text)).filter((number) => number > 0)
    : [];
  return {
    title: story.title,
    begins: new Set(lists.flatMap(({ items }) => items[0]?.ordinal ?? [])),
    lowestNamed: named.reduce((lowest, number) => Math.min(lowest, number), Number.POSITIVE_INFINITY),
  };
}

function isNumbered({ items }: BulletList): boolean {
  return items[0]?.ordinal !== undefined;
}

/** Several paragraphs of one item share its number, which is said once. */
function numbered({ items }: BulletList): readonly (readonly [Block, ListReading])[] {
  return items.flatMap((item, at) =>
    item.ordinal === undefined || item.ordinal === items[at - 1]?.ordinal
      ? []
      : [[item, { number: item.ordinal }] as const],
  );
}

/**
 * Numbers are said where a title or lead-in promises them, where the story speaks of an item by its number, and where
 * they are not just 1, 2, 3: a countdown, or a list that goes on behind a paragraph.
 */
function countsOnNumbers(
  list: BulletList,
  { title, begins, lowestNamed }: Counting,
  words: ListWords,
): boolean {
  const { items, leadIn } = list;
  const count = new Set(items.map(({ ordinal }) => ordinal)).size;
  const above = [title, leadIn?.text ?? ''].map((text) => text.slice(-LONGEST_PROMISE));
  if (above.some((text) => words.promisesNumbers(text, count))) return true;
  if (items[0]?.ordinal !== 1 || !isCountingUp(list)) return true;
  if (begins.has((items.at(-1)?.ordinal ?? 0) + 1)) return true;
  return count > 1 && lowestNamed <= count;
}

function isCountingUp({ items }: BulletList): boolean {
  return items.every(({ ordinal = 0 }, at) => {
    const step = ordinal - (items[at - 1]?.ordinal ?? 0);
    return step === 1 || (step === 0 && at > 0);
  });
}

function runsAsSentence({ items, isParent }: BulletList, words: ListWords): boolean {
  if (isParent || items.length < 2 || items.length > MOST_ITEMS) return false;
  return items.every((item) => isShort(withoutJoint(item, words).replace(/[,;]\s*$/, '')));
}

function withoutJoint({ text }: Block, words: ListWords): string {
  return endsWithJoint(text, words) ? text.trim().replace(/\S+$/, '').trim() : text.trim();
}

function endsWithJoint(text: string, { joints }: ListWords): boolean {
  return joints.includes(/\S+$/.exec(text.trim())?.[0].toLowerCase() ?? '');
}

function beginsWithJoint({ text }: Block, { joints }: ListWords): boolean {
  return joints.includes(/^\S+/.exec(text.trim())?.[0].toLowerCase() ?? '');
}

/** A few words without a mark inside or a full stop. */
function isShort(text: string): boolean {
  return (
    text.length <= MOST_WORDS * 12 &&
    text.split(/\s+/).length <= MOST_WORDS &&
    /\p{L}/u.test(text) &&
    !/[,;:!?…—–()[\]"“”\n]|\.(?:\s|$)|\s-\s/u.test(text)
  );
}

function sentence({ items }: BulletList, words: ListWords): readonly (readonly [Block, ListReading])[] {
  const [joint = ''] = words.joints;
  return items.map((item, at) => {
    if (at < items.length - 1)
      return [item, { sentence: 'goes-on', endsWithJoint: endsWithJoint(item.text, words) }];
    const before = items[at - 1];
    const isJoined =
      beginsWithJoint(item, words) || (before !== undefined && endsWithJoint(before.text, words));
    return [item, { sentence: 'ends', ...(isJoined ? {} : { joint }) }];
  });
}
