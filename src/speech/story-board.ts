import type { ScriptStory, Take, Takes } from '../edition.js';
import { type CastSegment, groupByTake } from './cast-segments.js';

export interface StoryBoardListeners {
  /** Called as soon as a story's takes are all there. */
  readonly onStory?: (story: ScriptStory, takes: Takes) => void;
  readonly onTake?: (segments: readonly CastSegment[], take: Take) => void;
}

/** Keeps track of which segments have their take, and so of which stories are complete. */
export class StoryBoard {
  readonly #segmentsByKey: ReadonlyMap<string, readonly CastSegment[]>;
  readonly #listeners: StoryBoardListeners;
  readonly #takes = new Map<string, Take>();
  readonly #complete = new Set<ScriptStory>();

  constructor(cast: readonly CastSegment[], listeners: StoryBoardListeners) {
    this.#segmentsByKey = groupByTake(cast);
    this.#listeners = listeners;
  }

  /** Keys of all takes that the segments need, in reading order. */
  get keys(): readonly string[] {
    return [...this.#segmentsByKey.keys()];
  }

  get completeStories(): ReadonlySet<ScriptStory> {
    return this.#complete;
  }

  segmentsOf(key: string): readonly CastSegment[] {
    return this.#segmentsByKey.get(key) ?? [];
  }

  /** Gives a take to every segment that needs it, and tells of the stories that it completes. */
  place(take: Take): void {
    const segments = this.segmentsOf(take.key);
    for (const { segment } of segments) this.#takes.set(segment.id, take);
    this.#listeners.onTake?.(segments, take);
    for (const story of new Set(segments.map((cast) => cast.story))) this.#announceIfComplete(story);
  }

  /** The takes of a story by segment id, in reading order; those that are there. */
  takesOf(story: ScriptStory): Takes {
    return new Map(
      story.segments.flatMap(({ id }) => {
        const take = this.#takes.get(id);
        return take === undefined ? [] : [[id, take] as const];
      }),
    );
  }

  #announceIfComplete(story: ScriptStory): void {
    const takes = this.takesOf(story);
    if (takes.size < story.segments.length || this.#complete.has(story)) return;
    this.#complete.add(story);
    this.#listeners.onStory?.(story, takes);
  }
}
