/** Encoded stories → the episode and its story files in a staging folder, by copying frames. */
import path from 'node:path';
import type { EditionStory, Episode, IssueHead, Show, StageResult } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { type Chapter, chaptersOf } from './chapters.js';
import { editionStory } from './edition-story.js';
import type { EncodedStory } from './encode-story.js';
import type { TagFacts, TagPicture } from './id3.js';
import type { EncodedFrames } from './kept-frames.js';
import { combine, levelsOf } from './mp3-meter.js';
import {
  FRAME_SAMPLES,
  type PlacedStory,
  placeStories,
  SAMPLE_RATE_HZ,
  type SoundLengths,
  secondsOf,
} from './plan.js';
import { readMp3Facts, sameChapters } from './read-back.js';
import type { ProducedSound } from './sounds.js';
import { standingOut } from './standing-out.js';
import { type PublishedMp3, takeOver } from './take-over.js';
import { writeMp3 } from './write-mp3.js';

export interface JoinOptions {
  /** An existing folder; files are named as in the edition's folder. */
  readonly stagingFolder: string;
  readonly show: Pick<Show, 'title' | 'author'>;
  /** The episode's front cover. */
  readonly cover?: TagPicture | undefined;
  /** Pictures of chapters, by the story's slug. */
  readonly storyPictures?: ReadonlyMap<string, TagPicture> | undefined;
  /** Intro, transitions, outro. */
  readonly sound?: ProducedSound | undefined;
  /** Story files as they are published, by name; those that would come out the same are taken over. */
  readonly published?: ReadonlyMap<string, PublishedMp3> | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Writes `<slug>.mp3` and `stories/<nn>-<story>.mp3`, each with its own Info header and tag.
 * @throws AudioEditionError `nothing-to-join` without stories, `disk-full` and
 *   `stitch-write-failed` where the disk refuses.
 */
export async function joinEpisode(
  issue: IssueHead,
  encoded: readonly EncodedStory[],
  options: JoinOptions,
): Promise<StageResult<Episode>> {
  if (encoded.length === 0) throw nothingToJoin(issue);
  const pieces = piecesOf(encoded, options.sound);
  const timeline = placeStories(
    encoded.map((story) => story.plan),
    soundLengths(options.sound),
  );
  const durationSeconds = secondsOf(timeline.lengthSamples);
  const tag = { artist: options.show.author, album: options.show.title, date: issue.date };
  const write = async (
    file: string,
    frames: readonly EncodedFrames[],
    about: Partial<TagFacts> & { title: string },
  ) => {
    const target = path.join(options.stagingFolder, file);
    const facts = { ...tag, ...about };
    const published = options.published?.get(file);
    const same = published && (await takeOver(published, target, frames, facts));
    return same ?? writeMp3(target, frames, facts, options.signal);
  };
  const stories: EditionStory[] = [];
  for (const [index, frames] of encoded.entries()) {
    const file = storyFileName(index, encoded.length, frames.story.slug);
    const track = `${index + 1}/${encoded.length}`;
    const written = await write(file, [frames], { title: frames.story.title, track });
    stories.push(editionStory(frames.story, timeline.stories[index] as PlacedStory, file, written));
  }
  const file = `${issue.slug}.mp3`;
  const chapters = chaptersOf(stories, durationSeconds);
  const chapterPictures = encoded.map(({ story }) => options.storyPictures?.get(story.slug));
  const written = await write(file, pieces, {
    title: issue.title,
    cover: options.cover,
    chapters,
    chapterPictures,
  });
  await checkWritten(path.join(options.stagingFolder, file), timeline.lengthSamples, chapters);
  const levels = levelsOf(combine(pieces.map((piece) => piece.measurement)));
  const audio = { file, mimeType: 'audio/mpeg', ...written, ...levels };
  return { value: { durationSeconds, audio, stories }, notices: standingOut(encoded) };
}

/** Reads the finished file as another program would, and compares. */
async function checkWritten(
  file: string,
  lengthSamples: number,
  chapters: readonly Chapter[],
): Promise<void> {
  const read = await readMp3Facts(file);
  const isSame =
    Math.round(read.durationSeconds * SAMPLE_RATE_HZ) === lengthSamples &&
    sameChapters(chapters, read.chapters);
  if (isSame) return;
  throw new AudioEditionError(
    `Duration or chapters read back from "${file}" are not the ones that were written.`,
    {
      code: 'chapters-differ',
      stage: 'stitch',
      data: { lengthSamples, durationSeconds: read.durationSeconds, chapters: read.chapters },
    },
  );
}

/** Everything that is heard, in order. */
function piecesOf(stories: readonly EncodedFrames[], sound: ProducedSound | undefined): EncodedFrames[] {
  const { intro, transition, outro } = sound?.pieces ?? {};
  const between = transition ? [transition] : [];
  return [
    ...(intro ? [intro] : []),
    ...stories.flatMap((story, index) => (index === 0 ? [story] : [...between, story])),
    ...(outro ? [outro] : []),
  ];
}

function soundLengths(sound: ProducedSound | undefined): SoundLengths {
  const samples = (piece: EncodedFrames | undefined) => (piece?.frameCount ?? 0) * FRAME_SAMPLES;
  const { intro, transition, outro } = sound?.pieces ?? {};
  return { intro: samples(intro), transition: samples(transition), outro: samples(outro) };
}

/** `stories/03-the-slug.mp3`: numbered so that folders list them as they are heard. */
function storyFileName(index: number, count: number, slug: string): string {
  const digits = Math.max(2, String(count).length);
  return `stories/${String(index + 1).padStart(digits, '0')}-${slug}.mp3`;
}

function nothingToJoin(issue: IssueHead): AudioEditionError {
  return new AudioEditionError(`The issue "${issue.title}" has no story to join.`, {
    code: 'nothing-to-join',
    stage: 'stitch',
    fault: 'input',
  });
}
