import type { Notice, Script, ScriptStory, StageResult, Takes } from '../edition.js';
import { Bill } from './bill.js';
import { castSegments } from './cast-segments.js';
import { type ChosenEngine, chooseEngine } from './choose-engine.js';
import type { EngineDescription } from './engine.js';
import { type EngineFailureKind, engineFailureOf } from './engine-failure.js';
import { ENGINES } from './engines/index.js';
import { billNotices, provisionalNotice, suspicionNotices } from './notices.js';
import type { SpeakStoriesOptions } from './speak-options.js';
import { speakStories } from './speak-stories.js';
import { TakeStore } from './takes.js';

export interface SpeakOptions extends Omit<SpeakStoriesOptions, 'store' | 'bill' | 'engines'> {
  /** An engine's name, or `auto`. */
  readonly engine: string;
  /** Folder of the takes; made when it is needed. */
  readonly takesDir: string;
  /** The engines to choose from; default: all that there are. */
  readonly engines?: readonly EngineDescription[];
}

/**
 * The speech stage: a take for every segment, in reading order. Takes that are kept are used again; only
 * what is new is asked for. When the engine can't finish and `voices.fallback` names others, the stories
 * that are not complete are spoken by the next one, whole, and marked provisional.
 *
 * @throws AudioEditionError (`input`) for an unknown engine, role or voice, a missing key and too many
 *   characters, (`failure`) when no engine can finish; the signal's reason when it is aborted. What was made
 *   stays.
 */
export async function speakScript(script: Script, options: SpeakOptions): Promise<StageResult<Takes>> {
  const engines = chooseEngines(options);
  // A voice that is missing is found out before anything is paid for, also for an engine that stands in.
  for (const { engine } of engines) castSegments(script.stories, engine, options);
  const relay = new Relay(script, options);
  await relay.store.sweep(Date.now());
  for (const chosen of engines) {
    await relay.speakRemaining(chosen);
    if (!relay.needsAnother) break;
  }
  return relay.result();
}

/** The engine that was asked for, and those that step in, of which each must be able to start at all. */
function chooseEngines({
  engine,
  engines = ENGINES,
  environment,
  voices,
}: SpeakOptions): readonly ChosenEngine[] {
  const first = chooseEngine(engine, engines, environment);
  const others = (voices.fallback ?? []).filter((name) => name !== first.engine.name);
  return [first, ...others.map((name) => chooseEngine(name, engines, environment))];
}

/** Failures that another service need not share. */
const OF_THE_SERVICE: ReadonlySet<EngineFailureKind> = new Set([
  'quota',
  'busy',
  'unreachable',
  'timeout',
  'broken',
]);

/** Engines that speak one after the other what the one before could not. */
class Relay {
  readonly store: TakeStore;
  readonly #script: Script;
  readonly #options: SpeakOptions;
  readonly #takes = new Map<ScriptStory, Takes>();
  readonly #notices: Notice[] = [];
  #failure: unknown;

  constructor(script: Script, options: SpeakOptions) {
    this.#script = script;
    this.#options = options;
    this.store = new TakeStore(options.takesDir);
  }

  /** Whether the last engine stopped for a reason that another one does not have. */
  get needsAnother(): boolean {
    const kind = engineFailureOf(this.#failure)?.kind;
    return kind !== undefined && OF_THE_SERVICE.has(kind);
  }

  async speakRemaining({ engine, notice }: ChosenEngine): Promise<void> {
    const { onEvent, onStory } = this.#options;
    const message = notice?.message ?? `Spoken by ${engine.title} (${engine.name}).`;
    onEvent?.({ kind: 'engine', engine: engine.name, message });
    if (notice !== undefined) this.#notices.push(notice);
    const standsInFor = this.#failure;
    const { maxCharacters, ...others } = this.#options;
    const mark = standsInFor === undefined ? (takes: Takes) => takes : markProvisional;
    const bill = new Bill();
    const spoken = await speakStories(this.#remaining(), engine, {
      ...others,
      // What stands in has no more to say than what was allowed at first.
      ...(maxCharacters === undefined || standsInFor !== undefined ? {} : { maxCharacters }),
      store: this.store,
      engines: others.engines ?? ENGINES,
      bill,
      ...(onStory === undefined ? {} : { onStory: (story, takes) => onStory(story, mark(takes)) }),
    });
    for (const [story, takes] of spoken.takes) {
      this.#takes.set(story, mark(takes));
      if (standsInFor !== undefined) this.#notices.push(provisionalNotice(story, engine, standsInFor));
    }
    this.#notices.push(...spoken.notices, ...billNotices(engine, bill.totals));
    this.#failure = spoken.failure;
  }

  /** @throws the failure of the last engine, if there was one. */
  result(): StageResult<Takes> {
    if (this.#failure !== undefined) throw this.#failure;
    const value = new Map(this.#script.stories.flatMap((story) => [...(this.#takes.get(story) ?? [])]));
    return { value, notices: [...this.#notices, ...suspicionNotices(this.#script, value)] };
  }

  #remaining(): readonly ScriptStory[] {
    return this.#script.stories.filter((story) => !this.#takes.has(story));
  }
}

function markProvisional(takes: Takes): Takes {
  return new Map([...takes].map(([id, take]) => [id, { ...take, provisional: true }]));
}
