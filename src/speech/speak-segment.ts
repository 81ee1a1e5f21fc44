import type { ScriptStory, Take } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { Bill } from './bill.js';
import { castSegments } from './cast-segments.js';
import { chooseEngine } from './choose-engine.js';
import { ENGINES } from './engines/index.js';
import { makeMissingTakes } from './make-missing-takes.js';
import type { SpeakOptions } from './speak-script.js';
import { findKeptTakes, normsOf } from './speak-stories.js';
import { StoryBoard } from './story-board.js';
import { TakeStore } from './takes.js';

export interface SpokenSegment {
  readonly take: Take;
  /** What it took: 0 where the take was kept. */
  readonly spokenCharacters: number;
}

/**
 * The take of one segment as `speakScript` would make it, made now and kept; its neighbours are not spoken, but
 * tell the engine how it goes on and the checks what the voice is like.
 *
 * @throws AudioEditionError as `speakScript` does, and where the story has no such segment.
 */
export async function speakSegment(
  story: ScriptStory,
  segmentId: string,
  options: Omit<SpeakOptions, 'onStory'>,
): Promise<SpokenSegment> {
  const engines = options.engines ?? ENGINES;
  const { engine } = chooseEngine(options.engine, engines, options.environment);
  const all = castSegments([story], engine, options);
  const wanted = all.filter(({ segment }) => segment.id === segmentId);
  const store = new TakeStore(options.takesDir);
  const kept = await findKeptTakes([...new Set(all.map(({ key }) => key))], store);
  const { key, segment } = wanted[0] ?? noSuchSegment(segmentId, story);
  const found = kept.get(key);
  if (found !== undefined) return { take: found, spokenCharacters: 0 };
  const board = new StoryBoard(wanted, {});
  const norms = normsOf([key], board, kept.values(), engine);
  const made = await makeMissingTakes([key], board, norms, engine, {
    ...options,
    store,
    engines,
    bill: new Bill(),
  });
  options.signal.throwIfAborted();
  if (made.failure !== undefined) throw made.failure;
  const take = board.takesOf(story).get(segmentId) ?? noSuchSegment(segmentId, story);
  return { take, spokenCharacters: segment.speech.length };
}

function noSuchSegment(segment: string, { slug }: ScriptStory): never {
  throw new AudioEditionError(
    `The story "${slug}" has no segment "${segment}"; look at its segments again.`,
    {
      code: 'segment-unknown',
      stage: 'speech',
      fault: 'input',
      data: { segment },
    },
  );
}
