import type { Block } from '../edition.js';
import { isSectionName, isSponsorLabel } from '../newsletter-words.js';

/** What a heading is: a story's title, a section with text of its own, a section's name before a title, … */
export type HeadingRole = 'title' | 'section' | 'sponsor' | 'label' | 'subheading';

/** A spoken heading and what stands around it. */
interface Heading {
  readonly index: number;
  readonly text: string;
  readonly level: number;
  /** A separator or a picture stands right above, as it does where a story begins. */
  readonly isSetOff: boolean;
  /** A separator stands right above. */
  readonly isSeparated: boolean;
  /** Text stands below it before the next heading. */
  readonly hasText: boolean;
  /** The nearest heading above of a higher level. */
  readonly parent: Heading | undefined;
}

/** The role of every spoken heading, by its index in the blocks. */
export function headingRoles(blocks: readonly Block[]): ReadonlyMap<number, HeadingRole> {
  const headings = headingsOf(blocks);
  const titleLevels = levelsOfTitles(headings.filter((heading) => !isSponsorLabel(heading.text)));
  const roles = new Map<number, HeadingRole>();
  headings.forEach((heading, at) => {
    roles.set(heading.index, roleOf(heading, headings[at - 1], headings[at + 1], titleLevels));
  });
  return roles;
}

function roleOf(
  heading: Heading,
  above: Heading | undefined,
  below: Heading | undefined,
  titleLevels: ReadonlySet<number>,
): HeadingRole {
  if (isSponsorLabel(heading.text)) return 'sponsor';
  const isSponsorsHeadline = above && isSponsorLabel(above.text) && !above.hasText && !heading.isSeparated;
  if (isSponsorsHeadline && !isSectionName(heading.text)) return 'subheading';
  if (!heading.hasText)
    return below && !isSponsorLabel(below.text) && below.level >= heading.level ? 'label' : 'title';
  if (isSectionName(heading.text)) return 'section';
  return titleLevels.has(heading.level) || above === undefined ? 'title' : 'subheading';
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  const headings: Heading[] = [];
  const open: Heading[] = [];
  const spokenAfter = nextSpoken(blocks);
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading' || block.excluded) return;
    const level = block.level ?? 2;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const next = spokenAfter[index];
    const hasText = next !== undefined && next.kind !== 'heading';
    const heading = {
      index,
      text: block.text,
      level,
      isSetOff: isSetOff(blocks, index),
      isSeparated: isSeparated(blocks, index),
      hasText,
      parent: open.at(-1),
    };
    headings.push(heading);
    open.push(heading);
  });
  return headings;
}

function isSeparated(blocks: readonly Block[], index: number): boolean {
  for (let i = index - 1; blocks[i]?.excluded; i--) {
    if (blocks[i]?.excluded?.rule === 'separator') return true;
  }
  return false;
}

/** For every block the next one that is spoken. */
function nextSpoken(blocks: readonly Block[]): readonly (Block | undefined)[] {
  const next: (Block | undefined)[] = new Array(blocks.length);
  let spoken: Block | undefined;
  for (let index = blocks.length - 1; index >= 0; index--) {
    next[index] = spoken;
    if (!blocks[index]?.excluded) spoken = blocks[index];
  }
  return next;
}

function isSetOff(blocks: readonly Block[], index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const above = blocks[i];
    if (!above?.excluded) return false;
    if (above.picture || above.excluded.rule === 'separator' || above.kind === 'caption') return true;
  }
  return true;
}

/**
 * The levels whose headings are titles of stories. Newsletters use levels loosely: the highest with at least two
 * headings that have text is one; a deeper one is, too, unless its headings mostly stand inside the text of a story.
 */
function levelsOfTitles(headings: readonly Heading[]): ReadonlySet<number> {
  const levels = [...new Set(headings.map((heading) => heading.level))].sort((a, b) => a - b);
  const main =
    levels.find((level) => withText(headings, level).length >= 2) ??
    levels.find((level) => withText(headings, level).length >= 1);
  return new Set(
    levels.filter((level) => main === undefined || level <= main || !isInsideStories(headings, level)),
  );
}

function withText(headings: readonly Heading[], level: number): readonly Heading[] {
  return headings.filter((heading) => heading.level === level && heading.hasText);
}

function isInsideStories(headings: readonly Heading[], level: number): boolean {
  const all = headings.filter((heading) => heading.level === level);
  const inside = all.filter(
    ({ isSetOff: setOff, parent }) => !setOff && parent?.hasText && !isSectionName(parent.text),
  );
  return inside.length > all.length / 2;
}
