import type { Edition } from '../../edition.js';
import { indexAt, type Timeline } from './timeline.js';

/** What a device remembers of an edition: where one was, by story and segment, and how fast one listens. */
export interface Memory {
  readonly version: 1;
  readonly story: string;
  readonly segment: string;
  /** Into the segment. */
  readonly offsetSeconds: number;
  readonly speed: number;
  /** Slugs of stories heard to their end. */
  readonly heard: readonly string[];
  /** Of the whole edition, for lists of editions; 0 when it was heard to its end. Absent in older memories. */
  readonly leftSeconds?: number;
}

/** Storage key of an edition: its folder and slug, the same on its page, its embed and a later correction. */
export function memoryKey(edition: Pick<Edition, 'slug'>, baseUrl: string): string {
  const folder = new URL('.', baseUrl);
  return `audio-edition:${folder.host}${folder.pathname}:${edition.slug}`;
}

/** A moment as story, segment and offset: what stays true when a correction moves the times. */
export function placeInText(
  timeline: Timeline,
  seconds: number,
): Pick<Memory, 'story' | 'segment' | 'offsetSeconds'> {
  const segment = timeline.segments[Math.max(0, indexAt(timeline.segments, seconds))];
  const story = timeline.stories[Math.max(0, indexAt(timeline.stories, seconds))];
  return {
    story: story?.slug ?? '',
    segment: segment?.id ?? '',
    offsetSeconds: Math.max(0, seconds - (segment?.startSeconds ?? 0)),
  };
}

/** The remembered moment in the edition as it is now; the story's start where the segment is gone. */
export function momentOf(timeline: Timeline, memory: Memory): number | undefined {
  const segment = timeline.segments.find((candidate) => candidate.id === memory.segment);
  if (segment !== undefined) return Math.min(segment.startSeconds + memory.offsetSeconds, segment.endSeconds);
  return timeline.stories.find((story) => story.slug === memory.story)?.startSeconds;
}

/** Reads the memory of an edition; `undefined` where there is none, it is of another version or storage is shut. */
export function recall(key: string): Memory | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isMemory(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the memory of an edition, on this device only; does nothing where storage is full or shut. */
export function remember(key: string, memory: Memory): void {
  try {
    localStorage.setItem(key, JSON.stringify(memory));
  } catch {
    // A private window or a sandboxed frame: listening works, remembering does not.
  }
}

function isMemory(value: unknown): value is Memory {
  if (typeof value !== 'object' || value === null) return false;
  const memory = value as Partial<Memory>;
  return (
    memory.version === 1 &&
    typeof memory.story === 'string' &&
    typeof memory.segment === 'string' &&
    typeof memory.offsetSeconds === 'number' &&
    typeof memory.speed === 'number' &&
    Array.isArray(memory.heard)
  );
}
