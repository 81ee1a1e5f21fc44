import type { Dropped, Issue, Script, Segment } from '../../edition.js';
import { inReadingOrder } from '../../script/index.js';

/** Blocks that are left out, by where a reader meets them. */
export interface DroppedPlaces {
  /** Before a story's first segment, by the story's slug. */
  readonly first: ReadonlyMap<string, readonly Dropped[]>;
  /** After a segment, by its id. */
  readonly after: ReadonlyMap<string, readonly Dropped[]>;
}

/**
 * Finds a place for every block that is left out: what stands before all stories stands in the first one.
 *
 * @param script As it is written from the issue, in the issue's order.
 */
export function placesOfDropped(issue: Issue, script: Script): DroppedPlaces {
  const first = new Map<string, Dropped[]>();
  const after = new Map<string, Dropped[]>();
  let segment: string | undefined;
  for (const line of inReadingOrder(issue, script)) {
    if (line.state === 'spoken') segment = line.segment.id;
    // A picture that nobody described: there is nothing to show, and nothing to say.
    else if (line.dropped.text.trim() === '') continue;
    else if (segment !== undefined) after.set(segment, [...(after.get(segment) ?? []), line.dropped]);
    else {
      const slug = script.stories[0]?.slug ?? '';
      first.set(slug, [...(first.get(slug) ?? []), line.dropped]);
    }
  }
  return { first, after };
}

/** A part of a block is found by its words only where it has enough of them. */
const TELLING_CHARACTERS = 20;

/**
 * The block from which a segment comes, where an editor has it spoken after all: its index into `Issue.blocks`.
 *
 * @param speak Texts of the blocks that an editor has spoken.
 */
export function blockOf(
  { source }: Segment,
  { blocks }: Issue,
  speak: readonly string[] = [],
): number | undefined {
  const text = speak.find(
    (one) => one === source || (source.length >= TELLING_CHARACTERS && one.includes(source)),
  );
  const index = text === undefined ? -1 : blocks.findIndex((block) => block.text === text);
  return index === -1 ? undefined : index;
}
