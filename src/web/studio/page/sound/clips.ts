import { type HeardWord, ROUTES, type StudioSegment, type StudioStory } from '../../api.js';

/** A segment as sound: a stretch of a file. */
export interface SegmentSound {
  readonly segment: string;
  readonly url: string;
  /** The segment sounds from here … */
  readonly startSeconds: number;
  /** … to here, on the file's clock. */
  readonly endSeconds: number;
  readonly pauseAfterSeconds: number;
  /** In seconds from `startSeconds`. */
  readonly words: readonly HeardWord[];
}

/** A stretch of a segment's sound to be heard, and the silence after it. */
export interface Clip extends SegmentSound {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** So much is heard on either side of a join. */
const JOIN_SECONDS = 2;

/**
 * The sound that the draft would publish for a segment: its take, else, where nothing changed and the take is
 * no longer kept, the published story. `undefined` where it is still to be spoken.
 */
export function soundOf(
  edition: { readonly slug: string; readonly version: string },
  story: StudioStory,
  segment: StudioSegment,
): SegmentSound | undefined {
  const { id, take, published, pauseAfterSeconds } = segment;
  if (take !== undefined) {
    const { url, startSeconds, endSeconds, words } = take;
    return { segment: id, url, startSeconds, endSeconds, pauseAfterSeconds, words };
  }
  if (segment.changed || published === undefined || story.published === undefined) return undefined;
  const offset = story.published.startSeconds;
  return {
    segment: id,
    url: `${ROUTES.storyAudio(edition.slug, story.slug)}?v=${encodeURIComponent(edition.version)}`,
    startSeconds: published.startSeconds - offset,
    endSeconds: published.endSeconds - offset,
    pauseAfterSeconds,
    words: published.words,
  };
}

/** The whole of a segment, or what comes after a share (0–1) of it. */
export function clipOf(sound: SegmentSound, share = 0): Clip {
  const { startSeconds, endSeconds } = sound;
  return { ...sound, fromSeconds: startSeconds + share * (endSeconds - startSeconds), toSeconds: endSeconds };
}

/**
 * A join as two clips of one sound: the first segment's end with the pause behind it, then the next one's start.
 *
 * @param join Where the sound is found, and how long it is.
 */
export function joinOf(
  join: { readonly url: string; readonly durationSeconds: number },
  before: SegmentSound,
  after: SegmentSound,
): readonly Clip[] {
  const { url, durationSeconds } = join;
  const headSeconds = Math.min(JOIN_SECONDS, lengthOf(after));
  const tailSeconds = Math.min(JOIN_SECONDS, lengthOf(before));
  const turnSeconds = Math.max(0, durationSeconds - headSeconds);
  return [
    {
      ...{ ...before, url, startSeconds: tailSeconds - lengthOf(before), endSeconds: tailSeconds },
      ...{ fromSeconds: 0, toSeconds: turnSeconds, pauseAfterSeconds: 0 },
    },
    {
      ...{ ...after, url, startSeconds: turnSeconds, endSeconds: turnSeconds + lengthOf(after) },
      ...{ fromSeconds: turnSeconds, toSeconds: durationSeconds, pauseAfterSeconds: 0 },
    },
  ];
}

function lengthOf({ startSeconds, endSeconds }: SegmentSound): number {
  return endSeconds - startSeconds;
}
