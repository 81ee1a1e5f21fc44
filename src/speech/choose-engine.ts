import type { Notice } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import type { EngineDescription, EngineEnvironment } from './engine.js';

/** What `auto` tries, in this order; the first that has its key speaks. */
const AUTOMATIC = ['elevenlabs', 'local'];

export interface ChosenEngine {
  readonly engine: EngineDescription;
  /** Present when `auto` chose. */
  readonly notice?: Notice;
}

/**
 * Finds the engine by name, or chooses one for `auto`.
 *
 * @throws AudioEditionError (`input`) for an unknown engine, and for one that is named without its key: a
 *   schedule must never publish another voice by accident.
 */
export function chooseEngine(
  name: string,
  engines: readonly EngineDescription[],
  environment: EngineEnvironment,
): ChosenEngine {
  if (name === 'auto') return chooseAutomatically(engines, environment);
  const engine = engines.find((candidate) => candidate.name === name);
  if (engine === undefined) {
    throw new AudioEditionError(
      `There is no engine "${name}"; choose one of: ${['auto', ...engines.map((one) => one.name)].join(', ')}.`,
      { code: 'engine-unknown', stage: 'speech', fault: 'input', data: { engine: name } },
    );
  }
  const variable = engine.missing(environment);
  if (variable === undefined) return { engine };
  throw new AudioEditionError(
    `The engine "${name}" needs ${variable} in the environment, and it is not set; set it, or choose another engine with --engine.`,
    { code: 'engine-key-missing', stage: 'speech', fault: 'input', data: { engine: name, variable } },
  );
}

function chooseAutomatically(
  engines: readonly EngineDescription[],
  environment: EngineEnvironment,
): ChosenEngine {
  const candidates = AUTOMATIC.flatMap((name) => engines.filter((engine) => engine.name === name));
  const engine = candidates.find((candidate) => candidate.missing(environment) === undefined);
  if (engine === undefined) throw new Error('no engine works without a key');
  const passedOver = candidates.slice(0, candidates.indexOf(engine));
  const reasons = passedOver.map((candidate) => `${candidate.missing(environment)} is not set`);
  const because = reasons.length === 0 ? 'its key is set' : reasons.join(', ');
  return {
    engine,
    notice: { code: 'engine-chosen', message: `Spoken by ${engine.title} (${engine.name}): ${because}.` },
  };
}
