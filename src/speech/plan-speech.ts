import type { Notice, Script, ScriptStory, StageResult } from '../edition.js';
import { messageOf } from '../errors.js';
import { type CastingOptions, type CastSegment, castSegments, groupByTake } from './cast-segments.js';
import { chooseEngine } from './choose-engine.js';
import type { EngineCredits, EngineDescription, EngineEnvironment } from './engine.js';
import { ENGINES } from './engines/index.js';
import { withOwnPrice } from './own-price.js';
import { TakeStore } from './takes.js';

export interface PlanOptions extends CastingOptions {
  /** An engine's name, or `auto`. */
  readonly engine: string;
  readonly environment: EngineEnvironment;
  readonly takesDir: string;
  /** Requests at once; default: as many as are usual. */
  readonly concurrency?: number;
  /** Ask the service what is left of the allowance, for as long as this signal allows; else nothing is asked. */
  readonly creditsSignal?: AbortSignal;
  /** The engines to choose from; default: all that there are. */
  readonly engines?: readonly EngineDescription[];
}

/** What speaking asks for, when no request fails. */
export interface SpeechCost {
  readonly segments: number;
  readonly newCharacters: number;
  readonly keptCharacters: number;
  readonly requests: number;
  /** In the engine's own unit; absent where its price is not known. */
  readonly units?: number;
  readonly dollars?: number;
}

export interface StoryCost extends SpeechCost {
  readonly slug: string;
  readonly title: string;
}

export interface SpeechPlan {
  readonly engine: string;
  /** What `units` counts: `credits`, `characters`. */
  readonly unit?: string;
  /** What two stories share is counted in the first. */
  readonly stories: readonly StoryCost[];
  readonly total: SpeechCost;
  /** How long it takes, as many requests at once as are usual. */
  readonly workSeconds: number;
  /** What is left of the account's allowance, where it was asked for and the service says so. */
  readonly credits?: EngineCredits;
  readonly notices: readonly Notice[];
}

/**
 * Tells what `speakScript` would make and what it would find, per story and in all. Writes nothing, and
 * unless credits are wanted loads no engine and asks no service.
 *
 * @throws AudioEditionError (`input`) for an unknown engine, role or voice and for a missing key.
 */
export async function planSpeech(script: Script, options: PlanOptions): Promise<SpeechPlan> {
  const chosen = chooseEngine(options.engine, options.engines ?? ENGINES, options.environment);
  const engine = withOwnPrice(chosen.engine, options.voices);
  const cast = castSegments(script.stories, engine, options);
  const isNew = await findNew(cast, new TakeStore(options.takesDir));
  const stories = script.stories.map((story) => storyCost(story, cast, isNew, engine));
  const total = sumCosts(stories);
  const unit = cast[0] === undefined ? undefined : engine.price(cast[0].voice)?.unit;
  const credits = await askCredits(engine, total, options);
  return {
    engine: engine.name,
    ...(unit === undefined ? {} : { unit }),
    stories,
    total,
    workSeconds:
      total.newCharacters === 0 ? 0 : engine.estimateSeconds(total.newCharacters, options.concurrency),
    ...(credits.value === undefined ? {} : { credits: credits.value }),
    notices: [...(chosen.notice === undefined ? [] : [chosen.notice]), ...credits.notices],
  };
}

/** A plan is worth having without the credits, so a service that does not answer is a notice. */
async function askCredits(
  description: EngineDescription,
  { units = 0 }: SpeechCost,
  { creditsSignal, environment }: PlanOptions,
): Promise<StageResult<EngineCredits | undefined>> {
  if (creditsSignal === undefined || description.isRepeatable) return { value: undefined, notices: [] };
  const engine = await description.open({ environment, threads: 1 });
  try {
    const value = await engine.credits?.(creditsSignal);
    return { value, notices: value === undefined ? [] : shortage(units, value) };
  } catch (error) {
    creditsSignal.throwIfAborted();
    const message = `What is left of the allowance is not known: ${messageOf(error)}`;
    return { value: undefined, notices: [{ code: 'credits-unknown', message }] };
  } finally {
    await engine.close();
  }
}

function shortage(needed: number, { remaining, unit }: EngineCredits): readonly Notice[] {
  if (needed <= remaining) return [];
  const message = `This needs ${Math.ceil(needed)} ${unit}, and only ${remaining} are left.`;
  return [{ code: 'credits-short', message }];
}

/** The segments whose take must be made; of several that share a take, the first. */
async function findNew(cast: readonly CastSegment[], store: TakeStore): Promise<ReadonlySet<CastSegment>> {
  const groups = [...groupByTake(cast)];
  const kept = await Promise.all(groups.map(([key]) => store.find(key)));
  return new Set(groups.flatMap(([, [first]], index) => (kept[index] || !first ? [] : [first])));
}

function storyCost(
  story: ScriptStory,
  cast: readonly CastSegment[],
  isNew: ReadonlySet<CastSegment>,
  engine: EngineDescription,
): StoryCost {
  const segments = cast.filter((segment) => segment.story === story);
  const costs = segments.map((segment) => segmentCost(segment, isNew.has(segment), engine));
  return { slug: story.slug, title: story.title, ...sumCosts(costs) };
}

/** What one segment asks for: as if its take were not kept, or as one that is. */
export function segmentCost(
  { segment, voice }: Pick<CastSegment, 'segment' | 'voice'>,
  isNew: boolean,
  engine: EngineDescription,
): SpeechCost {
  const characters = segment.speech.length;
  if (!isNew) return { segments: 1, newCharacters: 0, keptCharacters: characters, requests: 0 };
  const price = engine.price(voice);
  const units = price && characters * price.unitsPerCharacter;
  const dollars =
    units !== undefined && price?.dollarsPerUnit !== undefined ? units * price.dollarsPerUnit : undefined;
  return {
    segments: 1,
    newCharacters: characters,
    keptCharacters: 0,
    requests: Math.ceil(characters / engine.limits(voice).charactersPerRequest) || 1,
    ...(units === undefined ? {} : { units }),
    ...(dollars === undefined ? {} : { dollars }),
  };
}

/** What several segments ask for together. */
export function sumCosts(costs: readonly SpeechCost[]): SpeechCost {
  const sum = (pick: (cost: SpeechCost) => number | undefined) =>
    costs.reduce((total, cost) => total + (pick(cost) ?? 0), 0);
  const isKnown = (pick: (cost: SpeechCost) => number | undefined) =>
    costs.some((cost) => pick(cost) !== undefined);
  return {
    segments: sum((cost) => cost.segments),
    newCharacters: sum((cost) => cost.newCharacters),
    keptCharacters: sum((cost) => cost.keptCharacters),
    requests: sum((cost) => cost.requests),
    ...(isKnown((cost) => cost.units) ? { units: sum((cost) => cost.units) } : {}),
    ...(isKnown((cost) => cost.dollars) ? { dollars: sum((cost) => cost.dollars) } : {}),
  };
}
