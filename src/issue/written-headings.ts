import type { Block } from '../edition.js';
import { isCallToAction, isGreeting, isSectionName, isSignOff, isSponsorLabel } from '../newsletter-words.js';

const LONGEST_HEADING_WORDS = 14;
const LONGEST_LABEL_WORDS = 8;

/** Where titles are marked as headings, a bold paragraph stands below them; where none are, it is one. */
const LEVEL_OF_ONLY_HEADINGS = 2;
const LEVEL_BELOW_HEADINGS = 6;

/** Above this share (0–1) of bold characters boldness says nothing. */
const MOST_BOLD = 0.4;

/**
 * Makes headings of paragraphs that are headings in all but markup: wholly bold or in capitals, short, without an end
 * stop, with text below; and of the labels of sponsors and sections.
 */
export function withWrittenHeadings(blocks: readonly Block[]): readonly Block[] {
  const level = blocks.some(isMarkedHeading) ? LEVEL_BELOW_HEADINGS : LEVEL_OF_ONLY_HEADINGS;
  const trustsBold = boldShare(blocks) <= MOST_BOLD;
  let above: Block | undefined;
  const below = nextSpoken(blocks);
  return blocks.map((block, index) => {
    const isHeading =
      isCandidate(block, above, below[index]) && (isLabel(block) || isEmphatic(block, trustsBold));
    if (!block.excluded) above = block;
    return isHeading
      ? { ...block, kind: 'heading', level: isLabel(block) ? LEVEL_OF_ONLY_HEADINGS : level }
      : block;
  });
}

function isMarkedHeading(block: Block): boolean {
  return block.kind === 'heading' && !block.excluded && !isSponsorLabel(block.text);
}

function isCandidate(block: Block, above: Block | undefined, below: Block | undefined): boolean {
  const { text } = block;
  if (block.kind !== 'paragraph' || block.excluded || block.order?.say !== undefined || text.includes('\n'))
    return false;
  if (isGreeting(text) || isSignOff(text) || isCallToAction(text) || /[.,;:…]["'”’)]*$/.test(text))
    return false;
  if (below === undefined || (above !== undefined && isSignOff(above.text))) return false;
  return wordsOf(text) <= LONGEST_HEADING_WORDS && /\p{L}/u.test(text);
}

function isLabel({ text }: Block): boolean {
  return (
    (isSponsorLabel(text) || (isSectionName(text) && /^\p{Lu}/u.test(text))) &&
    wordsOf(text) <= LONGEST_LABEL_WORDS
  );
}

function isEmphatic(block: Block, trustsBold: boolean): boolean {
  return (trustsBold && boldCharacters(block) >= block.text.length - 2) || isCapitals(block.text);
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 4 &&
    wordsOf(text) <= LONGEST_LABEL_WORDS &&
    letters.every((letter) => letter === letter.toUpperCase() && letter !== letter.toLowerCase())
  );
}

function boldShare(blocks: readonly Block[]): number {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph' && !block.excluded);
  const all = paragraphs.reduce((sum, block) => sum + block.text.length, 0);
  return all === 0 ? 0 : paragraphs.reduce((sum, block) => sum + boldCharacters(block), 0) / all;
}

/** Spans may lie in each other, so they are merged while counting. */
function boldCharacters(block: Block): number {
  let end = 0;
  let count = 0;
  for (const { kind, span } of [...(block.emphasis ?? [])].sort((a, b) => a.span[0] - b.span[0])) {
    if (kind !== 'strong' || span[1] <= end) continue;
    count += span[1] - Math.max(end, span[0]);
    end = span[1];
  }
  return count;
}

function nextSpoken(blocks: readonly Block[]): readonly (Block | undefined)[] {
  const next: (Block | undefined)[] = new Array(blocks.length);
  let spoken: Block | undefined;
  for (let index = blocks.length - 1; index >= 0; index--) {
    next[index] = spoken;
    if (blocks[index]?.excluded === undefined) spoken = blocks[index];
  }
  return next;
}

function wordsOf(text: string): number {
  return text.trim().split(/\s+/).length;
}
