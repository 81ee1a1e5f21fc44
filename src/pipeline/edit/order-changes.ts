import type { Segment } from '../../edition.js';
import type { EditChange } from '../../edits/changes.js';
import type { EditOrder } from '../../edits/orders.js';
import { type EditDesk, segmentOnDesk } from './edit-desk.js';

/** An order in terms of an edition's edits. */
export interface ResolvedOrder {
  readonly changes: readonly EditChange[];
  /** In words, for people: "“$2.50” is “two dollars fifty”". */
  readonly title: string;
  readonly story?: string;
  readonly segment?: string;
}

export type OrderOf<Kind extends EditOrder['kind']> = Extract<EditOrder, { readonly kind: Kind }>;

/** An order for one segment. @throws AudioEditionError `segment-unknown` (`input`). */
export function onSegment(
  desk: EditDesk,
  id: string,
  set: Extract<EditChange, { readonly kind: 'segment' }>['set'],
  title: string,
): ResolvedOrder {
  const { story, segment } = segmentOnDesk(desk, id);
  return { changes: [segmentChange(story.slug, segment, set)], title, story: story.slug, segment: id };
}

/** What is set for one segment. */
export function segmentChange(
  story: string,
  { id, source }: Segment,
  set: Extract<EditChange, { readonly kind: 'segment' }>['set'],
): EditChange {
  return { kind: 'segment', story, segment: id, written: source, set };
}

/** Where an order was given. @throws AudioEditionError `segment-unknown` (`input`). */
export function placeOf(desk: EditDesk, id: string): { readonly story: string; readonly segment: string } {
  return { story: segmentOnDesk(desk, id).story.slug, segment: id };
}

/** The beginning of a text, for a title. */
export function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
