import type { SpeechCost } from '../../../index.js';
import type { Cost } from '../api.js';

/** What is known of the engine that would be paid. */
export interface Payee {
  readonly engine: string;
  /** What `units` counts. */
  readonly unit?: string | undefined;
}

/** The engine that speaks on this machine, for nothing. */
const EMBEDDED = 'local';

/** What speaking asks for, as the page shows it. */
export function costOf(
  { newCharacters, keptCharacters, requests, units, dollars }: SpeechCost,
  payee: Payee,
): Cost {
  const price = payee.engine === EMBEDDED ? 0 : dollars;
  return {
    newCharacters,
    keptCharacters,
    requests,
    ...(price === undefined ? {} : { dollars: price }),
    ...(units === undefined ? {} : { units }),
    ...(payee.unit === undefined ? {} : { unit: payee.unit }),
  };
}

/** Several costs in one. */
export function addUp(costs: readonly Cost[]): Cost {
  const sum = (pick: (cost: Cost) => number | undefined) =>
    costs.reduce((total, cost) => total + (pick(cost) ?? 0), 0);
  const isKnown = (pick: (cost: Cost) => number | undefined) =>
    costs.some((cost) => pick(cost) !== undefined);
  const unit = costs.find((cost) => cost.unit !== undefined)?.unit;
  return {
    newCharacters: sum((cost) => cost.newCharacters),
    keptCharacters: sum((cost) => cost.keptCharacters),
    requests: sum((cost) => cost.requests),
    ...(isKnown((cost) => cost.dollars) ? { dollars: sum((cost) => cost.dollars) } : {}),
    ...(isKnown((cost) => cost.units) ? { units: sum((cost) => cost.units) } : {}),
    ...(unit === undefined ? {} : { unit }),
  };
}
