import type { SegmentKind } from '../edition.js';

/**
 * Seconds of silence after a segment, as presenters read aloud: a bullet runs on sooner than a paragraph, a title
 * is left standing, a story's end is longest. All stay below the three seconds that sound like a fault.
 */
export const PAUSE_SECONDS = {
  announcement: 0.7,
  title: 0.8,
  paragraph: 0.6,
  bullet: 0.4,
  leadIn: 0.4,
  partOfBlock: 0.25,
  endOfStory: 1.4,
} as const;

/** The pause after a segment that another one of the same story follows. */
export function pauseAfter(kind: SegmentKind, source: string, next: SegmentKind): number {
  if (kind === 'bullet' && next !== 'bullet') return PAUSE_SECONDS.paragraph;
  if (kind === 'paragraph' && next === 'bullet' && source.endsWith(':')) return PAUSE_SECONDS.leadIn;
  return PAUSE_SECONDS[kind];
}
