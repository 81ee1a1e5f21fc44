import type { Block } from '../edition.js';

/** A block that is spoken, and where it stands in `Issue.blocks`. */
export interface PlacedBlock {
  readonly block: Block;
  readonly index: number;
  /** What the block is in its story: its own title, the name of the section before it, a notice of what is left out, text. */
  readonly part: 'title' | 'label' | 'stand-in' | 'text';
  /** Where the title ends that this block begins with, if the story starts inside it. */
  readonly titleEnd?: number;
}
