import pLimit from 'p-limit';
import type { ScriptStory, Take, Takes } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { type CastingOptions, type CastSegment, castSegments } from './cast-segments.js';
import type { Decode, Engine, EngineDescription, EngineEnvironment } from './engine.js';
import { makeTake } from './make-take.js';
import type { SpeechEvent } from './speech-event.js';
import { StoryBoard } from './story-board.js';
import type { TakeStore } from './takes.js';

export interface SpeakStoriesOptions extends CastingOptions {
  readonly store: TakeStore;
  readonly environment: EngineEnvironment;
  /** Requests at once; the engine and its service may allow fewer. */
  readonly concurrency?: number;
  /** Refuse to make more new characters than this, before the first request. */
  readonly maxCharacters?: number;
  /** Threads for an engine on this machine: its cores. */
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly decode: Decode;
  readonly onEvent?: (event: SpeechEvent) => void;
  /** Called as soon as a story's takes are all there, so that it can be encoded while others are spoken. */
  readonly onStory?: (story: ScriptStory, takes: Takes) => void;
}

/** How far an engine came with some stories. */
export interface SpokenStories {
  readonly takes: ReadonlyMap<ScriptStory, Takes>;
  /** Why not all stories have all takes. */
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
  const board = new StoryBoard(cast, { ...progressListeners(cast, options) });
  const kept = await findKeptTakes(board.keys, options.store);
  const missing = board.keys.filter((key) => !kept.has(key));
  checkMaximum(missing, board, options.maxCharacters);
  for (const take of kept.values()) board.place(take);
  const failure = missing.length === 0 ? undefined : await makeMissing(missing, board, description, options);
  options.signal.throwIfAborted();
  const complete = stories.filter((story) => board.completeStories.has(story));
  const takes = new Map(complete.map((story) => [story, board.takesOf(story)]));
  return failure === undefined ? { takes } : { takes, failure };
}

async function findKeptTakes(keys: readonly string[], store: TakeStore): Promise<ReadonlyMap<string, Take>> {
  const found = await Promise.all(keys.map((key) => store.find(key)));
  return new Map(found.flatMap((take) => (take === undefined ? [] : [[take.key, take] as const])));
}

function checkMaximum(
  missing: readonly string[],
  board: StoryBoard,
  maxCharacters: number | undefined,
): void {
  const characters = missing.reduce(
    (sum, key) => sum + (board.segmentsOf(key)[0]?.segment.speech.length ?? 0),
    0,
  );
  if (maxCharacters === undefined || characters <= maxCharacters) return;
  throw new AudioEditionError(
    `This issue has ${characters} new characters to speak, more than the ${maxCharacters} that --max-characters allows; raise it or shorten the issue. Nothing was sent.`,
    { code: 'too-many-characters', stage: 'speech', fault: 'input', data: { characters, maxCharacters } },
  );
}

async function makeMissing(
  keys: readonly string[],
  board: StoryBoard,
  description: EngineDescription,
  options: SpeakStoriesOptions,
): Promise<unknown> {
  const engine = await description.open(options);
  let failure: unknown;
  try {
    const limit = pLimit(requestsAtOnce(engine, board, keys, options));
    await limit.map(keys, async (key) => {
      if (failure !== undefined || options.signal.aborted) return;
      await makeOne(key, board, engine, options).catch((error) => {
        failure ??= error;
      });
    });
  } finally {
    await engine.close();
  }
  return failure;
}

async function makeOne(
  key: string,
  board: StoryBoard,
  engine: Engine,
  options: SpeakStoriesOptions,
): Promise<void> {
  const cast = board.segmentsOf(key)[0];
  if (cast === undefined) return;
  const { take, pcm } = await makeTake(engine, requestFor(cast), options.decode, options.signal);
  // Stored before it is used: what was paid for is never lost.
  board.place(await options.store.add(key, take, pcm));
}

function requestFor({ segment, voice, previousText, nextText }: CastSegment) {
  return {
    text: segment.speech,
    voice,
    ...(previousText === undefined ? {} : { previousText }),
    ...(nextText === undefined ? {} : { nextText }),
  };
}

function requestsAtOnce(
  engine: Engine,
  board: StoryBoard,
  keys: readonly string[],
  { concurrency = Number.POSITIVE_INFINITY }: SpeakStoriesOptions,
): number {
  const limits = keys.flatMap((key) =>
    board.segmentsOf(key).map(({ voice }) => engine.limits(voice).concurrency),
  );
  return Math.max(1, Math.min(concurrency, ...limits));
}

function progressListeners(cast: readonly CastSegment[], { onEvent, onStory }: SpeakStoriesOptions) {
  const characters = cast.reduce((sum, { segment }) => sum + segment.speech.length, 0);
  let [segmentsDone, charactersDone, audioSeconds] = [0, 0, 0];
  const listeners = {
    onTake: (segments: readonly CastSegment[], take: { readonly durationSeconds: number }) => {
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
    },
  };
  return onStory === undefined ? listeners : { ...listeners, onStory };
}
