import type { EngineFacts } from '../../engine.js';

export const OPENAI_BASE_URL = 'https://api.openai.com/v1';
export const DEFAULT_MODEL = 'gpt-4o-mini-tts';

const CONCURRENCY = 5;

/** What is known of the engine without loading it. */
export const FACTS: EngineFacts = {
  name: 'openai',
  version: '1',
  title: 'the OpenAI-compatible server',
  canTranscribe: true,
  isRepeatable: false,
  missing: ({ openAiApiKey, openAiBaseUrl }) =>
    openAiApiKey || openAiBaseUrl ? undefined : 'OPENAI_API_KEY',
  // 4,096 characters: OpenAI's reference for audio/speech. The accounts allow many requests at once.
  limits: () => ({ charactersPerRequest: 4096, concurrency: CONCURRENCY }),
  // From OpenAI's price list of 2025: tts-1 $15 and tts-1-hd $30 per million characters. The newer models
  // are priced by tokens of sound, and other servers have no price.
  price: ({ model }) => {
    const dollars = { 'tts-1': 15e-6, 'tts-1-hd': 30e-6 }[model ?? DEFAULT_MODEL];
    return {
      unit: 'characters',
      unitsPerCharacter: 1,
      ...(dollars === undefined ? {} : { dollarsPerUnit: dollars }),
    };
  },
  estimateSeconds: (characters, atOnce = CONCURRENCY) => characters / 100 / atOnce,
};
