import { isGreeting, isSignOff } from '../newsletter-words.js';
import type { PlacedBlock } from './placed-block.js';

/** Whether an issue's opening is a letter: it greets, it signs off, or it stands untitled before titled stories. */
export function isLetter(blocks: readonly PlacedBlock[], isUntitledOpening: boolean): boolean {
  if (isUntitledOpening) return true;
  const texts = blocks.filter((placed) => placed.part === 'text').map((placed) => placed.block.text);
  return texts.slice(0, 2).some(isGreeting) || texts.slice(-5).some(isSignOff);
}
