/** A placed story as the edition's manifest tells it. Pure. */
import type { EditionSegment, EditionStory, EditionWord, ScriptStory } from '../edition.js';
import { type PlacedStory, samplesOf, secondsOf } from './plan.js';
import type { WrittenFile } from './write-mp3.js';

/** The story on the episode's clock, with the file of its own that was written for it. */
export function editionStory(
  story: ScriptStory,
  placed: PlacedStory,
  file: string,
  written: WrittenFile,
): EditionStory {
  const { slug, title, kind, url, picture } = story;
  return {
    slug,
    title,
    kind,
    ...(url === undefined ? {} : { url }),
    // A path beside the issue leads nowhere from where the edition lies.
    ...(picture !== undefined && /^https?:/i.test(picture.url) ? { image: picture.url } : {}),
    startSeconds: secondsOf(placed.startSample),
    endSeconds: secondsOf(placed.endSample),
    file,
    ...written,
    ...(placed.plan.clips.some(({ take }) => take.provisional) ? { provisional: true } : {}),
    segments: editionSegments(story, placed),
  };
}

/** The story's segments on the episode's clock. */
function editionSegments(story: ScriptStory, placed: PlacedStory): EditionSegment[] {
  const { startSample } = placed;
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
      startSeconds: secondsOf(startSample + clip.startSample),
      endSeconds: secondsOf(startSample + clip.endSample),
      engine: clip.take.engine,
      voice: clip.take.voice,
      take: clip.take.key,
      words: clip.words.map((word) => onEpisodeClock(word, startSample)),
    };
  });
}

/** By way of samples, so that a word and its segment that begin together have the same time. */
function onEpisodeClock(word: EditionWord, storyStartSample: number): EditionWord {
  const shift = (seconds: number) => secondsOf(storyStartSample + samplesOf(seconds));
  return { ...word, startSeconds: shift(word.startSeconds), endSeconds: shift(word.endSeconds) };
}
