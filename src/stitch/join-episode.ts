/** Encoded stories → the episode and its story files in a staging folder, by copying frames. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type {
  EditionSegment,
  EditionStory,
  EditionWord,
  Episode,
  IssueHead,
  ScriptStory,
  Show,
  StageResult,
} from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { type Chapter, chaptersOf } from './chapters.js';
import { writeWhole } from './disk.js';
import type { EncodedStory } from './encode-story.js';
import { id3Tag, type TagFacts, type TagPicture } from './id3.js';
import { infoFrame, joinCrc16 } from './info-frame.js';
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

const COPY_BYTES = 1 << 20;

export interface JoinOptions {
  /** An existing folder; files are named as in the edition's folder. */
  readonly stagingFolder: string;
  readonly show: Pick<Show, 'title' | 'author'>;
  /** The front cover of every file. */
  readonly cover?: TagPicture | undefined;
  /** Pictures of chapters, by the story's slug. */
  readonly storyPictures?: ReadonlyMap<string, TagPicture> | undefined;
  /** Intro, transitions, outro. */
  readonly sound?: ProducedSound | undefined;
  readonly signal?: AbortSignal;
}

/** A file that was written. */
interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
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
  const tag = {
    artist: options.show.author,
    album: options.show.title,
    date: issue.date,
    cover: options.cover,
  };
  const stories: EditionStory[] = [];
  for (const [index, story] of encoded.entries()) {
    const file = storyFileName(index, encoded.length, story.story.slug);
    const track = `${index + 1}/${encoded.length}`;
    const written = await writeMp3(file, [story], { ...tag, title: story.story.title, track }, options);
    stories.push(editionStory(story, timeline.stories[index] as PlacedStory, file, written));
  }
  const file = `${issue.slug}.mp3`;
  const chapters = chaptersOf(stories, durationSeconds);
  const chapterPictures = encoded.map(({ story }) => options.storyPictures?.get(story.slug));
  const written = await writeMp3(
    file,
    pieces,
    { ...tag, title: issue.title, chapters, chapterPictures },
    options,
  );
  await checkWritten(path.join(options.stagingFolder, file), timeline.lengthSamples, chapters);
  const levels = levelsOf(combine(pieces.map((piece) => piece.measurement)));
  const audio = { file, mimeType: 'audio/mpeg', ...written, ...levels };
  return { value: { durationSeconds, audio, stories }, notices: [] };
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

/** Tag, Info header, the pieces' frames, and the last piece's tail; streamed, so that memory stays flat. */
function writeMp3(
  name: string,
  pieces: readonly EncodedFrames[],
  tag: TagFacts,
  options: JoinOptions,
): Promise<WrittenFile> {
  return writeWhole(path.join(options.stagingFolder, name), async (append) => {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of mp3Chunks(pieces, tag)) {
      options.signal?.throwIfAborted();
      hash.update(chunk);
      bytes += chunk.length;
      await append(chunk);
    }
    return { bytes, sha256: hash.digest('hex') };
  });
}

async function* mp3Chunks(pieces: readonly EncodedFrames[], tag: TagFacts): AsyncGenerator<Buffer> {
  yield id3Tag(tag);
  yield headerOf(pieces);
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const end = piece.bytes + (isLast ? piece.tailBytes : 0);
    yield* createReadStream(piece.file, { end: end - 1, highWaterMark: COPY_BYTES });
  }
}

function headerOf(pieces: readonly EncodedFrames[]): Buffer {
  const last = pieces.at(-1) as EncodedFrames;
  const frameCount = pieces.reduce((sum, piece) => sum + piece.frameCount, 0);
  const crc = pieces.reduce((sum, piece) => joinCrc16(sum, piece.crc, piece.bytes), 0);
  return infoFrame({
    frameCount: frameCount + 1,
    frameBytes: pieces.reduce((sum, piece) => sum + piece.bytes, last.tailBytes),
    samples: frameCount * FRAME_SAMPLES,
    crc: joinCrc16(crc, last.tailCrc, last.tailBytes),
  });
}

function editionStory(
  encoded: EncodedStory,
  placed: PlacedStory,
  file: string,
  written: WrittenFile,
): EditionStory {
  const { slug, title, kind, url, picture } = encoded.story;
  return {
    slug,
    title,
    kind,
    ...(url === undefined ? {} : { url }),
    ...(picture === undefined ? {} : { image: picture.url }),
    startSeconds: secondsOf(placed.startSample),
    endSeconds: secondsOf(placed.endSample),
    file,
    ...written,
    ...(placed.plan.clips.some(({ take }) => take.provisional) ? { provisional: true } : {}),
    segments: editionSegments(encoded.story, placed),
  };
}

/** The story's segments on the episode's clock. */
function editionSegments(story: ScriptStory, placed: PlacedStory): EditionSegment[] {
  const shiftSeconds = placed.startSample;
  const clips = new Map(placed.plan.clips.map((clip) => [clip.segmentId, clip]));
  return story.segments.flatMap((segment) => {
    const clip = clips.get(segment.id);
    if (!clip) return [];
    const { id, kind, role, source, speech } = segment;
    return {
      id,
      kind,
      role,
      source,
      speech,
      startSeconds: secondsOf(shiftSeconds + clip.startSample),
      endSeconds: secondsOf(shiftSeconds + clip.endSample),
      engine: clip.take.engine,
      voice: clip.take.voice,
      take: clip.take.key,
      words: clip.words.map((word) => onEpisodeClock(word, secondsOf(shiftSeconds))),
    };
  });
}

function onEpisodeClock(word: EditionWord, storyStartSeconds: number): EditionWord {
  const shift = (seconds: number) => Math.round((storyStartSeconds + seconds) * 1e6) / 1e6;
  return { ...word, startSeconds: shift(word.startSeconds), endSeconds: shift(word.endSeconds) };
}

function nothingToJoin(issue: IssueHead): AudioEditionError {
  return new AudioEditionError(`The issue "${issue.title}" has no story to join.`, {
    code: 'nothing-to-join',
    stage: 'stitch',
    fault: 'input',
  });
}
