import type { EngineDescription } from '../../engine.js';
import { FACTS } from './facts.js';

/** ElevenLabs, through its own SDK, which is loaded when something is to be spoken. */
export const elevenlabs: EngineDescription = {
  ...FACTS,
  open: async (options) => (await import('./engine.js')).openElevenLabs(options),
};
