import { GREETING, LONGEST_GREETING_CHARACTERS, SIGN_OFF } from './cues.js';
import type { PlacedBlock } from './outline.js';

/** Whether an issue's opening is a letter: it greets, it signs off, or it stands untitled before titled stories. */
export function isLetter(blocks: readonly PlacedBlock[], isUntitledOpening: boolean): boolean {
  if (isUntitledOpening) return true;
  const texts = blocks.filter((placed) => placed.part === 'text').map((placed) => placed.block.text);
  const greets = texts
    .slice(0, 2)
    .some((text) => GREETING.test(text) && text.length <= LONGEST_GREETING_CHARACTERS);
  return greets || texts.slice(-5).some((text) => SIGN_OFF.test(text));
}
