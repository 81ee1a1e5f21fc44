import type { Notice, ScriptStory, Takes } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { type CastSegment, castSegments } from './cast-segments.js';
import { VoiceNorms } from './checks/voice-norms.js';
import type { EngineDescription } from './engine.js';
import { makeMissingTakes } from './make-missing-takes.js';
import { normName } from './make-take.js';
import type { SpeakStoriesOptions } from './speak-options.js';
import { StoryBoard } from './story-board.js';
import type { KeptTake, TakeStore } from './takes.js';

/** How far an engine came with some stories. */
export interface SpokenStories {
  /** The stories that are complete. */
  readonly takes: ReadonlyMap<ScriptStory, Takes>;
  readonly notices: readonly Notice[];
  /** Why not all stories are complete. */
  readonly failure?: unknown;
}

/**
 * Speaks stories on one engine: takes that are kept are used, the others are made and kept. The engine is
 * opened only when there is something to make.
 *
 * @throws AudioEditionError (`input`) when casting fails or `maxCharacters` is exceeded, and the signal's
 *   reason when it is aborted; every other failure is returned, with what was finished.
 */
export async function speakStories(
  stories: readonly ScriptStory[],
  description: EngineDescription,
  options: SpeakStoriesOptions,
): Promise<SpokenStories> {
  const cast = castSegments(stories, description, options);
  const board = new StoryBoard(cast, listenersFor(cast, options));
  const kept = await findKeptTakes(board.keys, options.store);
  const judged = [...kept.values()].filter(({ pendingTries }) => pendingTries === undefined);
  const finished = new Set(judged.map(({ key }) => key));
  const missing = longestStoriesFirst(
    board.keys.filter((key) => !finished.has(key)),
    board,
  );
  const unpaid = missing.filter((key) => !kept.has(key));
  checkMaximum(unpaid, board, options.maxCharacters);
  for (const take of judged) board.place(take);
  const compared = missing.length === 0 ? [] : (options.comparedWith ?? []);
  const others = await findKeptTakes(
    compared.filter((key) => !kept.has(key)),
    options.store,
  );
  const norms = normsOf(missing, board, [...others.values(), ...judged], description);
  const made = await makeMissingTakes(missing, board, norms, description, options);
  options.signal.throwIfAborted();
  const complete = stories.filter((story) => board.completeStories.has(story));
  return { ...made, takes: new Map(complete.map((story) => [story, board.takesOf(story)])) };
}

/** Those of some takes that are kept, by their keys. */
export async function findKeptTakes(
  keys: readonly string[],
  store: TakeStore,
): Promise<ReadonlyMap<string, KeptTake>> {
  const found = await Promise.all(keys.map((key) => store.find(key)));
  return new Map(found.flatMap((take) => (take === undefined ? [] : [[take.key, take] as const])));
}

/** What is spoken last is encoded when nothing else is left to do, so that should be little. */
function longestStoriesFirst(keys: readonly string[], board: StoryBoard): readonly string[] {
  const storyOf = (key: string) => board.segmentsOf(key)[0]?.story;
  const characters = new Map<ScriptStory | undefined, number>();
  for (const key of keys) {
    const length = board.segmentsOf(key)[0]?.segment.speech.length ?? 0;
    characters.set(storyOf(key), (characters.get(storyOf(key)) ?? 0) + length);
  }
  const waits = (key: string) => characters.get(storyOf(key)) ?? 0;
  return keys.toSorted((a, b) => waits(b) - waits(a));
}

function checkMaximum(
  missing: readonly string[],
  board: StoryBoard,
  maxCharacters: number | undefined,
): void {
  const lengths = missing.map((key) => board.segmentsOf(key)[0]?.segment.speech.length ?? 0);
  const characters = lengths.reduce((sum, length) => sum + length, 0);
  if (maxCharacters === undefined || characters <= maxCharacters) return;
  throw new AudioEditionError(
    `This issue has ${characters} new characters to speak, more than the ${maxCharacters} that --max-characters allows; raise it or shorten the issue. Nothing was sent.`,
    { code: 'too-many-characters', stage: 'speech', fault: 'input', data: { characters, maxCharacters } },
  );
}

/** What the voices are like by the takes that are kept, and how many takes are to come. */
export function normsOf(
  missing: readonly string[],
  board: StoryBoard,
  known: Iterable<KeptTake>,
  { name }: EngineDescription,
): VoiceNorms {
  const norms = new VoiceNorms();
  for (const { settings, measures } of known) {
    norms.expect(settings, 1);
    norms.add(settings, measures);
  }
  for (const [cast] of missing.map((key) => board.segmentsOf(key))) {
    if (cast !== undefined) norms.expect(normName(cast, name), 1);
  }
  return norms;
}

function listenersFor(cast: readonly CastSegment[], { onEvent, onStory }: SpeakStoriesOptions) {
  const characters = cast.reduce((sum, { segment }) => sum + segment.speech.length, 0);
  let [segmentsDone, charactersDone, audioSeconds] = [0, 0, 0];
  const onTake = (segments: readonly CastSegment[], take: { readonly durationSeconds: number }) => {
    segmentsDone += segments.length;
    charactersDone += segments.reduce((sum, { segment }) => sum + segment.speech.length, 0);
    audioSeconds += take.durationSeconds * segments.length;
    onEvent?.({
      kind: 'progress',
      segmentsDone,
      segments: cast.length,
      charactersDone,
      characters,
      audioSeconds,
    });
  };
  return onStory === undefined ? { onTake } : { onTake, onStory };
}
