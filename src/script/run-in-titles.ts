import type { Block } from '../edition.js';

/** Fewer are chance. */
const FEWEST_TITLES = 3;
const LONGEST_TITLE_WORDS = 16;

/**
 * In an issue without headings the bold words that begin its paragraphs may be the titles: "**Tides turn.** The port …".
 * The end of the title in each such block, by index; empty where the bold words are labels ("**What’s new:** …").
 */
export function runInTitles(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const candidates = blocks.flatMap((block, index) => {
    const end = block.kind === 'paragraph' && !block.excluded ? boldStart(block) : undefined;
    return end === undefined ? [] : [{ index, end, words: block.text.slice(0, end) }];
  });
  const titles = candidates.filter(({ words }) => isTitle(words));
  const isDistinct = new Set(titles.map(({ words }) => words)).size === titles.length;
  if (titles.length < FEWEST_TITLES || !isDistinct) return new Map();
  return new Map(titles.map(({ index, end }) => [index, end]));
}

/** Where the bold words at the start of a block end, if text follows them. */
function boldStart(block: Block): number | undefined {
  const bold = block.emphasis?.find(({ kind, span }) => kind === 'strong' && span[0] === 0);
  if (!bold || bold.span[1] >= block.text.length - 10) return undefined;
  const punctuation = /^[.:!?]/.exec(block.text.slice(bold.span[1]))?.[0].length ?? 0;
  return bold.span[1] + punctuation;
}

/** A label is a word or three before a colon; a title has more words, or a full stop. */
function isTitle(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  if (words > LONGEST_TITLE_WORDS) return false;
  return /:$/.test(text.trim()) ? words > 3 : words >= 2;
}
