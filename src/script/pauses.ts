import type { SegmentKind, StoryKind } from '../edition.js';

/**
 * Seconds of silence by the kind of boundary, as presenters read aloud: an item of a list runs on sooner than a
 * paragraph, what is nested stays with its parent, a heading is left standing, a story's end is longer than any pause
 * inside it, and a sponsor's message stands apart from the stories around it. All stay below the three seconds that
 * sound like a fault.
 */
export const PAUSE_SECONDS = {
  /** Between items of a list that runs as one sentence. */
  sentenceItem: 0.15,
  /** Inside a line that an engine cannot take at once. */
  segment: 0.25,
  /** Before and between the items that are nested in another. */
  nestedItem: 0.3,
  listItem: 0.4,
  /** Behind a label or lead-in that ends with a colon. */
  leadIn: 0.4,
  paragraph: 0.6,
  announcement: 0.7,
  heading: 0.8,
  story: 1.4,
  /** Before and behind a sponsor's message. */
  sponsor: 1.8,
} as const;

/** Where one segment ends and the next one begins. */
export type Boundary = keyof typeof PAUSE_SECONDS;

/** Longer silence sounds like a fault, however slowly a voice speaks. */
const LONGEST_PAUSE_SECONDS = 2.9;

/** What a boundary depends on, of the segments on its two sides. */
export interface Side {
  readonly kind: SegmentKind;
  readonly source: string;
  /** Of a bullet: depth of its list, from 1. */
  readonly level: number;
  /** The same line of the issue goes on in the next segment. */
  readonly runsOn: boolean;
  /** A bullet whose sentence goes on in the next one. */
  readonly sentenceGoesOn: boolean;
}

const BEHIND: Readonly<Record<SegmentKind, Boundary>> = {
  announcement: 'announcement',
  title: 'heading',
  paragraph: 'paragraph',
  bullet: 'paragraph',
};

/** The boundary between two segments of one story. */
export function boundaryBetween(before: Side, after: Side): Boundary {
  if (before.runsOn) return 'segment';
  if (before.sentenceGoesOn) return 'sentenceItem';
  if (before.kind === 'bullet' && after.kind === 'bullet')
    return after.level > 1 && after.level >= before.level ? 'nestedItem' : 'listItem';
  if (before.kind === 'paragraph' && /:\s*$/.test(before.source)) return 'leadIn';
  return BEHIND[before.kind];
}

/** The boundary behind a story, before the next one or the edition's end. */
export function boundaryBehindStory(kind: StoryKind, next: StoryKind | undefined): Boundary {
  return next !== undefined && (kind === 'sponsor' || next === 'sponsor') ? 'sponsor' : 'story';
}

/**
 * The pause at a boundary, in seconds: a voice that speaks faster also rests for a shorter time.
 *
 * @param speed The voice's, 1 being its own pace.
 */
export function pauseSeconds(boundary: Boundary, speed: number): number {
  return Math.min(LONGEST_PAUSE_SECONDS, Math.round((PAUSE_SECONDS[boundary] / speed) * 100) / 100);
}
