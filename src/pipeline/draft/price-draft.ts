import type { Config } from '../../config.js';
import type { ScriptStory } from '../../edition.js';
import { AudioEditionError } from '../../errors.js';
import { type PricedSegment, type PricedSpeech, priceSegments } from '../../speech/index.js';
import type { RegenerateOrder } from '../regenerate/regenerate-order.js';

/**
 * What every segment of a draft would cost. A story that stays as it is published can be looked at even where its
 * engine, role or voice is not cast any more; it just has no price.
 *
 * @throws AudioEditionError (`input`) for an unknown engine, role or voice of a story that is to be made anew.
 */
export function priceDraft(order: RegenerateOrder, config: Config): PricedSpeech {
  const { meant, script } = order;
  const options = { ...config, ...order };
  const changed = priceSegments(
    script.stories.filter(({ slug }) => meant.has(slug)),
    options,
  );
  const others = script.stories
    .filter(({ slug }) => !meant.has(slug))
    .map((story) => priceIfCast(story, options));
  const unit = [changed, ...others].find((priced) => priced.unit !== undefined)?.unit;
  return {
    engine: changed.engine,
    ...(unit === undefined ? {} : { unit }),
    segments: new Map([changed, ...others].flatMap(({ segments }) => [...segments])),
  };
}

const NOT_CAST: Omit<PricedSpeech, 'engine'> = { segments: new Map<string, PricedSegment>() };

function priceIfCast(
  story: ScriptStory,
  options: Parameters<typeof priceSegments>[1],
): Omit<PricedSpeech, 'engine'> {
  try {
    return priceSegments([story], options);
  } catch (error) {
    if (error instanceof AudioEditionError) return NOT_CAST;
    throw error;
  }
}
