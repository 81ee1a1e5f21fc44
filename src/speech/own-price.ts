import type { Voices } from '../edition.js';
import type { EngineDescription } from './engine.js';

/** The engine with the price of the user's plan, where `voices.json` says it, in place of what is known. */
export function withOwnPrice(engine: EngineDescription, { price }: Voices): EngineDescription {
  const own = price?.[engine.name];
  if (own === undefined) return engine;
  const dollarsPerUnit = own.dollarsPer1000Characters / 1000;
  return {
    ...engine,
    price: (voice) => ({
      ...(engine.price(voice) ?? { unit: 'characters', unitsPerCharacter: 1 }),
      dollarsPerUnit,
    }),
  };
}
