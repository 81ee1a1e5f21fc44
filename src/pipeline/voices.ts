import type { Config, Environment } from '../config.js';
import { chooseEngine } from '../speech/choose-engine.js';
import type { EngineCredits, EngineVoice } from '../speech/engine.js';
import { ENGINES } from '../speech/engines/index.js';
import type { PipelineHost } from './host.js';

export interface EngineVoices {
  readonly engine: string;
  readonly voices: readonly EngineVoice[];
  /** What is left of the account's allowance, where the engine has one. */
  readonly credits?: EngineCredits;
}

/** Asks the engine which voices it has, and what is left to spend. */
export async function listVoices(config: Config, host: PipelineHost): Promise<EngineVoices> {
  const { engine: description } = chooseEngine(config.engine, ENGINES, config.environment);
  const engine = await description.open({ environment: config.environment, threads: 1 });
  try {
    const voices = await engine.voices(host.signal);
    const credits = await engine.credits?.(host.signal);
    return { engine: engine.name, voices, ...(credits === undefined ? {} : { credits }) };
  } finally {
    await engine.close();
  }
}

/** An engine that can be chosen. */
export interface EngineChoice {
  readonly name: string;
  readonly title: string;
  /** Its key is set, or it needs none. */
  readonly isReady: boolean;
  /** Speaks on this machine, for nothing. */
  readonly isEmbedded: boolean;
}

/** All engines, with whether they can speak in this environment. Loads and asks none. */
export function listEngines(environment: Environment): readonly EngineChoice[] {
  return ENGINES.map(({ name, title, missing, isRepeatable }) => ({
    name,
    title,
    isReady: missing(environment) === undefined,
    isEmbedded: isRepeatable,
  }));
}

/** The engine that would speak; for `auto` the one that it chooses here, also where a named one has no key. */
export function chosenEngine({ engine, environment }: Config): string {
  return engine === 'auto' ? chooseEngine(engine, ENGINES, environment).engine.name : engine;
}
