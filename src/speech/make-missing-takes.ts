import { setMaxListeners } from 'node:events';
import type { Notice } from '../edition.js';
import { AudioEditionError, messageOf } from '../errors.js';
import { AdaptiveLimit } from './adaptive-limit.js';
import type { CastSegment } from './cast-segments.js';
import type { VoiceNorms } from './checks/voice-norms.js';
import type { Engine, EngineDescription } from './engine.js';
import { engineFailureOf } from './engine-failure.js';
import { makeTake, type TakeMaker } from './make-take.js';
import { Requester } from './requester.js';
import type { SpeakStoriesOptions } from './speak-options.js';
import type { StoryBoard } from './story-board.js';
import { type Listener, openListener } from './verify/transcriber.js';

export interface MadeTakes {
  readonly notices: readonly Notice[];
  /** Why not all could be made: the first failure. What was under way then was finished and kept. */
  readonly failure?: unknown;
}

/**
 * Makes takes side by side, in reading order, keeps each and places it on the board. The engine is opened
 * only when there is something to make.
 */
export async function makeMissingTakes(
  keys: readonly string[],
  board: StoryBoard,
  norms: VoiceNorms,
  description: EngineDescription,
  options: SpeakStoriesOptions,
): Promise<MadeTakes> {
  if (keys.length === 0) return { notices: [] };
  const listener =
    options.verify === 'asr' ? await openListener(description, options.engines, options) : undefined;
  const engine = await description.open(options);
  const run = new Run(engine, description, listener, board, norms, options);
  try {
    await Promise.all(keys.map((key) => run.make(key)));
  } finally {
    await Promise.all([engine.close(), listener?.close()]);
  }
  const notices = [...run.notices.values(), ...(listener?.notices ?? [])];
  return run.failure === undefined ? { notices } : { notices, failure: run.failure };
}

/** One engine at work. After the first failure nothing new is sent; what is under way is finished. */
class Run {
  readonly notices = new Map<string, Notice>();
  failure: unknown;
  readonly #board: StoryBoard;
  readonly #maker: TakeMaker;
  readonly #halt = new AbortController();

  constructor(
    engine: Engine,
    description: EngineDescription,
    listener: Listener | undefined,
    board: StoryBoard,
    norms: VoiceNorms,
    options: SpeakStoriesOptions,
  ) {
    this.#board = board;
    const waitSignal = AbortSignal.any([options.signal, this.#halt.signal]);
    // Every request that waits listens to it.
    setMaxListeners(0, options.signal, waitSignal);
    // No judgement waits for takes that will not come.
    waitSignal.addEventListener('abort', () => norms.close());
    const requester = new Requester({
      engine,
      limit: accountLimit(engine, board, options),
      decode: options.decode,
      bill: options.bill,
      signal: options.signal,
      waitSignal,
      random: Math.random,
      onNotice: (notice) => this.notices.set(notice.message, notice),
    });
    this.#maker = {
      description,
      requester,
      norms,
      store: options.store,
      signal: options.signal,
      ...(listener === undefined ? {} : { listener }),
    };
  }

  async make(key: string): Promise<void> {
    const cast = this.#board.segmentsOf(key)[0];
    if (cast === undefined) return;
    try {
      this.#board.place(await makeTake(cast, this.#maker));
    } catch (error) {
      this.failure ??= nameSegment(error, cast);
      this.#halt.abort(this.failure);
    }
  }
}

function accountLimit(
  engine: Engine,
  board: StoryBoard,
  { concurrency }: SpeakStoriesOptions,
): AdaptiveLimit {
  const voices = board.keys.flatMap((key) => board.segmentsOf(key).map(({ voice }) => voice));
  const start = Math.min(...voices.map((voice) => engine.limits(voice).concurrency));
  return new AdaptiveLimit({ start: concurrency ?? start, ceiling: concurrency ?? Number.POSITIVE_INFINITY });
}

/** How much of a segment is quoted to find it by. */
const QUOTED_CHARACTERS = 60;

/** Says which story and which words an engine could not speak. */
function nameSegment(error: unknown, { story, segment }: CastSegment): unknown {
  if (engineFailureOf(error) === undefined || !(error instanceof AudioEditionError)) return error;
  const { speech } = segment;
  const quoted = speech.length <= QUOTED_CHARACTERS ? speech : `${speech.slice(0, QUOTED_CHARACTERS)}…`;
  return new AudioEditionError(`In "${story.title}", at "${quoted}": ${messageOf(error)}`, {
    code: error.code,
    stage: 'speech',
    fault: error.fault,
    cause: error,
    data: { ...error.data, story: story.slug, segment: segment.id },
  });
}
