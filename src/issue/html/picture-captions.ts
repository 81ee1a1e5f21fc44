import type { Block, Exclusion } from '../../edition.js';
import { isGreeting, isSignOff } from '../../newsletter-words.js';

/** A block and the size of its letters. */
export interface SizedBlock {
  readonly block: Block;
  readonly fontSizePixels: number;
}

const LONGEST_CAPTION_WORDS = 45;
/** Letters of at most this share (0–1) of the text's own size are small print. */
const SMALL_PRINT = 0.9;
/**
 * Mails set the description of a picture in a paragraph like any other, right below the picture: its letters are
 * smaller than the text's, or in italics between paragraphs that are not.
 */
export function withPictureCaptions(sized: readonly SizedBlock[]): readonly Block[] {
  const bodySize = sizeOfText(sized);
  let isUnderPicture = false;
  return sized.map(({ block, fontSizePixels }, index) => {
    const isMarked = () => fontSizePixels <= bodySize * SMALL_PRINT || isSlantedAlone(sized, index);
    const isCaption = isUnderPicture && canBeCaption(block) && isMarked();
    if (block.text !== '' || block.picture) isUnderPicture = block.picture !== undefined || isCaption;
    return isCaption ? { ...block, kind: 'caption', excluded: UNDER_PICTURE } : block;
  });
}

const UNDER_PICTURE: Exclusion = {
  rule: 'small-print-under-picture',
  reason: 'Right below a picture, in small or slanted letters: it describes the picture.',
};

function canBeCaption({ kind, excluded, text, order }: Block): boolean {
  if (kind !== 'paragraph' || excluded || order || isGreeting(text) || isSignOff(text)) return false;
  return text.split(/\s+/, LONGEST_CAPTION_WORDS + 1).length <= LONGEST_CAPTION_WORDS;
}

/** The size that most of the text has. */
function sizeOfText(sized: readonly SizedBlock[]): number {
  const characters = new Map<number, number>();
  for (const { block, fontSizePixels } of sized) {
    if (block.excluded || block.kind === 'heading') continue;
    characters.set(fontSizePixels, (characters.get(fontSizePixels) ?? 0) + block.text.length);
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** In italics, among paragraphs that are not: letters may be set in italics from beginning to end. */
function isSlantedAlone(sized: readonly SizedBlock[], index: number): boolean {
  const block = sized[index]?.block;
  return (
    block !== undefined &&
    isItalic(block) &&
    !isItalic(neighbour(sized, index, -1)) &&
    !isItalic(neighbour(sized, index, 1))
  );
}

/** The nearest block above (-1) or below (1) that is text. */
function neighbour(sized: readonly SizedBlock[], index: number, step: -1 | 1): Block | undefined {
  for (let at = index + step; sized[at]; at += step) {
    const block = sized[at]?.block;
    if (block && !block.excluded && block.text !== '') return block;
  }
  return undefined;
}

function isItalic(block: Block | undefined): boolean {
  return (block?.emphasis ?? []).some(
    ({ kind, span }) => kind === 'emphasis' && span[1] - span[0] >= (block?.text.length ?? 0) * 0.9,
  );
}
