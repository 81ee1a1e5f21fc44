import type { Edition, EditionSegment, EditionStory } from '../../edition.js';
import { type Sentence, sentencesOf } from './sentences.js';

/** A sentence with the segment and story it belongs to. */
export interface SpokenSentence extends Sentence {
  readonly segment: EditionSegment;
  readonly storyIndex: number;
}

/** An edition, ready to be asked what is heard at a moment. */
export interface Timeline {
  readonly stories: readonly EditionStory[];
  readonly segments: readonly EditionSegment[];
  /** Every written sentence in reading order; announcements that nobody wrote have none. */
  readonly sentences: readonly SpokenSentence[];
}

/** Flattens an edition into lists in order of time. */
export function timelineOf(edition: Edition): Timeline {
  const sentences = edition.stories.flatMap((story, storyIndex) =>
    story.segments.flatMap((segment) =>
      sentencesOf(segment, edition.language).map((sentence) => ({ ...sentence, segment, storyIndex })),
    ),
  );
  return {
    stories: edition.stories,
    segments: edition.stories.flatMap((story) => story.segments),
    sentences,
  };
}

/** Index of the last item that starts at or before `seconds`; −1 before the first. `items` are in order of time. */
export function indexAt(items: readonly { readonly startSeconds: number }[], seconds: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.startSeconds ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the story that is heard at `seconds`; the first one also before it starts. */
export function storyIndexAt(timeline: Timeline, seconds: number): number {
  return Math.max(0, indexAt(timeline.stories, seconds));
}

/** Where "previous story" leads: to the start of this one, or of the one before within its first 3 seconds. */
export function previousStoryStart(timeline: Timeline, seconds: number): number {
  const index = storyIndexAt(timeline, seconds);
  const start = timeline.stories[index]?.startSeconds ?? 0;
  return seconds - start > 3 ? start : (timeline.stories[index - 1]?.startSeconds ?? start);
}
