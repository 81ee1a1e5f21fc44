import type { EngineFacts } from '../../engine.js';
import { modelFacts } from './models.js';

/** Requests at once until the service says otherwise: the Creator plan's allowance for multilingual v2. */
const CONCURRENCY = 5;

/** What is known of the engine without loading it. */
export const FACTS: EngineFacts = {
  name: 'elevenlabs',
  version: '1',
  title: 'ElevenLabs',
  canTranscribe: true,
  isRepeatable: false,
  missing: ({ elevenLabsApiKey }) => (elevenLabsApiKey ? undefined : 'ELEVENLABS_API_KEY'),
  limits: ({ model }) => ({
    charactersPerRequest: modelFacts(model).charactersPerRequest,
    concurrency: CONCURRENCY,
  }),
  takesPhones: ({ model }) => modelFacts(model).takesPhones,
  price: ({ model }) => ({ unit: 'credits', unitsPerCharacter: modelFacts(model).creditsPerCharacter }),
  // A paragraph of 400 characters takes about 4 s.
  estimateSeconds: (characters, atOnce = CONCURRENCY) => characters / 100 / atOnce,
};
