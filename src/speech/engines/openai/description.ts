import type { EngineDescription } from '../../engine.js';
import { FACTS } from './facts.js';

/**
 * OpenAI's speech endpoint and every server that speaks like it: Kokoro-FastAPI, LocalAI, speaches, … Such a
 * server may need no key; OpenAI itself does.
 */
export const openai: EngineDescription = {
  ...FACTS,
  open: async (options) => (await import('./engine.js')).openOpenAi(options),
};
