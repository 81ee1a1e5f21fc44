import type { PlacedNotice, StudioEdition, StudioStory } from '../../api.js';
import { segmentsIn } from '../model/desk.js';

/** A notice with the segment at which it stands, if it stands at one. */
export interface NoticeAtPlace {
  readonly notice: PlacedNotice;
  readonly segment?: string;
}

/** Everything that was noticed in a story, in reading order. */
export function noticesOf(story: StudioStory): readonly NoticeAtPlace[] {
  return [
    ...story.notices.map((notice) => ({ notice })),
    ...segmentsIn(story).flatMap(({ id, notices }) => notices.map((notice) => ({ notice, segment: id }))),
  ];
}

/** What is to be looked at in a story. */
export function warningsOf(story: StudioStory): readonly NoticeAtPlace[] {
  return noticesOf(story).filter(({ notice }) => notice.warning);
}

/** How many things in an edition are to be looked at. */
export function warningCount(edition: StudioEdition): number {
  const own = edition.notices.filter(({ warning }) => warning).length;
  return edition.stories.reduce((sum, story) => sum + warningsOf(story).length, own);
}
