import type { Notice, Script, StageResult, Takes } from '../edition.js';
import { Bill } from './bill.js';
import { chooseEngine } from './choose-engine.js';
import type { EngineDescription } from './engine.js';
import { ENGINES } from './engines/index.js';
import type { SpeakStoriesOptions } from './speak-options.js';
import { speakStories } from './speak-stories.js';
import { TakeStore } from './takes.js';

export interface SpeakOptions extends Omit<SpeakStoriesOptions, 'store' | 'bill'> {
  /** An engine's name, or `auto`. */
  readonly engine: string;
  /** Folder of the takes; made when it is needed. */
  readonly takesDir: string;
  /** The engines to choose from; default: all that there are. */
  readonly engines?: readonly EngineDescription[];
}

/**
 * The speech stage: a take for every segment, in reading order. Takes that are kept are used again; only
 * what is new is asked for.
 *
 * @throws AudioEditionError (`input`) for an unknown engine, role or voice and for a missing key,
 *   (`failure`) when the engine can't finish; the signal's reason when it is aborted. What was made stays.
 */
export async function speakScript(script: Script, options: SpeakOptions): Promise<StageResult<Takes>> {
  const { engine, notice } = chooseEngine(options.engine, options.engines ?? ENGINES, options.environment);
  options.onEvent?.({
    kind: 'engine',
    engine: engine.name,
    message: notice?.message ?? `Spoken by ${engine.title}.`,
  });
  const store = new TakeStore(options.takesDir);
  const spoken = await speakStories(script.stories, engine, { ...options, store, bill: new Bill() });
  if (spoken.failure !== undefined) throw spoken.failure;
  const notices: readonly Notice[] = notice === undefined ? [] : [notice];
  return { value: inReadingOrder(script, [...spoken.takes.values()]), notices };
}

function inReadingOrder(script: Script, takesOfStories: readonly Takes[]): Takes {
  const all = new Map(takesOfStories.flatMap((takes) => [...takes]));
  return new Map(
    script.stories.flatMap((story) =>
      story.segments.flatMap(({ id }) => {
        const take = all.get(id);
        return take === undefined ? [] : [[id, take] as const];
      }),
    ),
  );
}
