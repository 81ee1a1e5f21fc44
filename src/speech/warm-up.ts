import { chooseEngine } from './choose-engine.js';
import type { EngineEnvironment } from './engine.js';
import { ENGINES } from './engines/index.js';

/** Lets the engine that will speak load itself while the issue is still read. */
export async function warmUpEngine(choice: {
  /** An engine's name, or `auto`. */
  readonly engine: string;
  readonly environment: EngineEnvironment;
}): Promise<void> {
  try {
    await chooseEngine(choice.engine, ENGINES, choice.environment).engine.warmUp?.();
  } catch {
    // Whatever is wrong with the engine is said when it is needed.
  }
}
