import type { ScriptStory } from '../edition.js';
import { type CastingOptions, castSegments } from './cast-segments.js';
import { chooseEngine } from './choose-engine.js';
import type { EngineDescription, EngineEnvironment } from './engine.js';
import { ENGINES } from './engines/index.js';
import { withOwnPrice } from './own-price.js';
import { type SpeechCost, segmentCost } from './plan-speech.js';

export interface PricedSegment {
  readonly voice: string;
  /** Key of the take that it would have. */
  readonly key: string;
  /** To speak it, as if its take were not kept. */
  readonly cost: SpeechCost;
}

export interface PricedSpeech {
  readonly engine: string;
  /** What `units` counts. */
  readonly unit?: string;
  /** By segment id. */
  readonly segments: ReadonlyMap<string, PricedSegment>;
}

/**
 * Casts every segment on its own and tells what it costs, also where the engine's key is not set: that is
 * complained about when it is to speak.
 *
 * @throws AudioEditionError (`input`) for an unknown engine, role or voice.
 */
export function priceSegments(
  stories: readonly ScriptStory[],
  options: CastingOptions & { readonly engine: string; readonly environment: EngineEnvironment },
): PricedSpeech {
  const engine = withOwnPrice(describeEngine(options.engine, options.environment), options.voices);
  const cast = castSegments(stories, engine, options);
  const unit = cast[0] === undefined ? undefined : engine.price(cast[0].voice)?.unit;
  return {
    engine: engine.name,
    ...(unit === undefined ? {} : { unit }),
    segments: new Map(
      cast.map((one) => [
        one.segment.id,
        { voice: one.voice.voice, key: one.key, cost: segmentCost(one, true, engine) },
      ]),
    ),
  };
}

function describeEngine(name: string, environment: EngineEnvironment): EngineDescription {
  return ENGINES.find((engine) => engine.name === name) ?? chooseEngine(name, ENGINES, environment).engine;
}
