import type { EngineDescription } from '../../engine.js';
import { FACTS } from './facts.js';

/** The embedded engine: Flite as WebAssembly, on this machine's own cores; free, offline, always there. */
export const local: EngineDescription = {
  ...FACTS,
  warmUp: async () => (await import('./engine.js')).warmUpLocalEngine(),
  open: async (options) => (await import('./engine.js')).openLocalEngine(options),
};
