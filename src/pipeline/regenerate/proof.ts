import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Edition, EditionStory } from '../../edition.js';
import { soundFrameStarts } from '../../stitch/audio-frames.js';
import { FRAME_SAMPLES, SAMPLE_RATE_HZ } from '../../stitch/plan.js';
import type { PublishedMp3 } from '../../stitch/take-over.js';

/** What changed between two states of an edition, story by story, and how it was seen. */
export interface Proof {
  /** Slugs, in the order of the edition as it is now. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** How much longer the episode is. */
  readonly addedSeconds: number;
  /** What should have stayed the same and did not; empty: the proof holds. */
  readonly violations: readonly string[];
}

/** An edition with its files, as they were at one time. */
export interface Snapshot {
  readonly edition: Edition;
  /** SHA-256 of each story's frames inside the episode, by slug. */
  readonly framesInEpisode: ReadonlyMap<string, string>;
  /** SHA-256 of each story's own file as it really is, by slug. */
  readonly storyFiles: ReadonlyMap<string, string>;
}

/** Lends a file of an edition, by its name in the edition's folder; the bytes are good only until `use` returns. */
export type LendFile = <T>(name: string, use: (bytes: Buffer) => T) => Promise<T>;

/** Looks at an edition's files. */
export async function takeSnapshot(edition: Edition, lend: LendFile): Promise<Snapshot> {
  const framesInEpisode = await lend(edition.audio.file, (episode) => {
    const starts = soundFrameStarts(episode);
    return new Map(
      edition.stories.map((story) => [story.slug, sha256(framesOf(story, episode, starts))] as const),
    );
  });
  const storyFiles = new Map<string, string>();
  for (const { slug, file } of edition.stories) storyFiles.set(slug, await lend(file, sha256));
  return { edition, storyFiles, framesInEpisode };
}

function framesOf(
  { startSeconds, endSeconds }: EditionStory,
  episode: Buffer,
  starts: readonly number[],
): Buffer {
  const startOf = (seconds: number) => starts[Math.round((seconds * SAMPLE_RATE_HZ) / FRAME_SAMPLES)];
  return episode.subarray(startOf(startSeconds), startOf(endSeconds));
}

/**
 * The files of stories that are not meant to change, where they are what the manifest says, by name.
 *
 * @param folder Where the snapshot was taken.
 */
export function unchangedFiles(
  { edition, storyFiles }: Snapshot,
  folder: string,
  meant: ReadonlySet<string>,
): ReadonlyMap<string, PublishedMp3> {
  return new Map(
    edition.stories
      .filter(({ slug, sha256 }) => !meant.has(slug) && storyFiles.get(slug) === sha256)
      .map(({ file, bytes, sha256 }) => [file, { file: path.join(folder, file), bytes, sha256 }]),
  );
}

/**
 * Compares two states. Stories that were not meant to change must have the same file and the same frames inside
 * the episode, and the edition must keep its identity.
 *
 * @param meant Slugs of the stories that were meant to change.
 */
export function prove(before: Snapshot, after: Snapshot, meant: ReadonlySet<string>): Proof {
  const slugs = after.edition.stories.map(({ slug }) => slug);
  const changed = slugs.filter((slug) => isChanged(slug, before, after));
  const remaining = new Set(slugs);
  return {
    changed,
    unchanged: slugs.filter((slug) => !changed.includes(slug)),
    removed: before.edition.stories.map(({ slug }) => slug).filter((slug) => !remaining.has(slug)),
    addedSeconds: after.edition.durationSeconds - before.edition.durationSeconds,
    violations: [
      ...changed.filter((slug) => !meant.has(slug)).map((slug) => `the story "${slug}" changed`),
      ...(before.edition.slug === after.edition.slug ? [] : ['the slug of the edition changed']),
      ...(before.edition.audio.file === after.edition.audio.file ? [] : ["the episode's path changed"]),
    ],
  };
}

function isChanged(slug: string, before: Snapshot, after: Snapshot): boolean {
  if (before.framesInEpisode.get(slug) !== after.framesInEpisode.get(slug)) return true;
  return (
    isSameTrack(slug, before.edition, after.edition) &&
    before.storyFiles.get(slug) !== after.storyFiles.get(slug)
  );
}

/** A story's own file says which of how many it is, so it may differ where stories came or went. */
function isSameTrack(slug: string, before: Edition, after: Edition): boolean {
  const fileIn = (edition: Edition) => edition.stories.find((story) => story.slug === slug)?.file;
  return before.stories.length === after.stories.length && fileIn(before) === fileIn(after);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
