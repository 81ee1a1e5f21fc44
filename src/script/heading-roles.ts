import type { Block } from '../edition.js';
import { isSponsorLabel } from '../newsletter-words.js';

/** What a heading is: a story's title, a section's name before one, a sponsor's label, a heading inside a story. */
export type HeadingRole = 'title' | 'section' | 'sponsor' | 'label' | 'subheading';

/** The role of every spoken heading, by its index in the blocks. */
export function headingRoles(blocks: readonly Block[]): ReadonlyMap<number, HeadingRole> {
  const roles = new Map<number, HeadingRole>();
  const spoken = blocks.map((block, index) => ({ block, index })).filter(({ block }) => !block.excluded);
  spoken.forEach(({ block, index }, at) => {
    if (block.kind !== 'heading') return;
    const next = spoken[at + 1]?.block;
    if (isSponsorLabel(block.text)) roles.set(index, 'sponsor');
    else if (roles.get(spoken[at - 1]?.index ?? -1) === 'sponsor' && !isSponsorLabel(block.text))
      roles.set(index, 'subheading');
    else if (next?.kind === 'heading' && !isSponsorLabel(next.text)) roles.set(index, 'label');
    else roles.set(index, 'title');
  });
  return roles;
}
