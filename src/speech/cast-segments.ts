import type { ScriptStory, Segment, VoiceSettings, Voices } from '../edition.js';
import { castRole } from './cast.js';
import type { EngineDescription, WordPhones } from './engine.js';
import { takeKey } from './takes.js';
import { wordPhones } from './word-phones.js';

/** A segment with the voice that says it and the address of its take. */
export interface CastSegment {
  readonly story: ScriptStory;
  readonly segment: Segment;
  readonly voice: VoiceSettings;
  readonly key: string;
  /** Which take of it is wanted; 0 is the first. */
  readonly takeNumber: number;
  /** Of the speech's words, where the voice takes them. */
  readonly phones: readonly WordPhones[];
  readonly previousText?: string;
  readonly nextText?: string;
}

export interface CastingOptions {
  readonly voices: Voices;
  /** Which take of a segment is wanted, by segment id; 0, the first, where nothing is said. */
  readonly takeNumbers?: ReadonlyMap<string, number>;
  /** A kept take that an editor chose, whatever voice or settings made it: its key, by segment id. */
  readonly takeKeys?: ReadonlyMap<string, string>;
  /** A voice that an editor chose for a whole story, by story slug; the role's other settings stay. */
  readonly storyVoices?: ReadonlyMap<string, string>;
}

/**
 * Casts the segments of some stories on an engine.
 *
 * @throws AudioEditionError (`input`) for a role or voice that there is not.
 */
export function castSegments(
  stories: readonly ScriptStory[],
  engine: EngineDescription,
  options: CastingOptions,
): readonly CastSegment[] {
  return stories.flatMap((story) =>
    story.segments.map((segment, index) => {
      const voice = castRole(segment, options.voices, engine, options.storyVoices?.get(story.slug));
      const phones = engine.takesPhones?.(voice) === true ? wordPhones(segment) : [];
      const takeNumber = options.takeNumbers?.get(segment.id) ?? 0;
      const previous = story.segments[index - 1];
      const next = story.segments[index + 1];
      return {
        story,
        segment,
        voice,
        takeNumber,
        phones,
        key:
          options.takeKeys?.get(segment.id) ??
          takeKey({
            engine: engine.name,
            version: engine.version,
            voice,
            text: segment.speech,
            number: takeNumber,
            phones,
          }),
        ...(previous === undefined ? {} : { previousText: previous.speech }),
        ...(next === undefined ? {} : { nextText: next.speech }),
      };
    }),
  );
}

/** Cast segments by the take that they need; segments that say the same in the same voice share one. */
export function groupByTake(cast: readonly CastSegment[]): ReadonlyMap<string, readonly CastSegment[]> {
  const groups = new Map<string, CastSegment[]>();
  for (const segment of cast) groups.set(segment.key, [...(groups.get(segment.key) ?? []), segment]);
  return groups;
}
