import { ENGINES } from '../../src/speech/engines/index.js';
import { startSpeechServer } from '../speech/server/speech-server.js';
import { type EngineSetup, testEngine } from './engine-contract.js';

const KEY = 'a-key-for-tests';

/** What each engine of the list needs; an engine of the list without an entry here fails. */
const SETUPS: Readonly<Record<string, () => Promise<EngineSetup>>> = {
  elevenlabs: async () => {
    const server = await startSpeechServer({ keys: [KEY] });
    return {
      environment: { elevenLabsApiKey: KEY, elevenLabsBaseUrl: server.elevenLabsBaseUrl },
      voices: [{ voice: 'voice-anna' }, { voice: 'voice-ben', model: 'eleven_flash_v2_5' }],
      unknownVoice: { voice: 'voice-nobody' },
      close: () => server.close(),
    };
  },
  openai: async () => {
    const server = await startSpeechServer({ keys: [KEY], placeholderSizes: true });
    return {
      environment: { openAiApiKey: KEY, openAiBaseUrl: server.openAiBaseUrl },
      voices: [{ voice: 'alloy' }, { voice: 'onyx', speed: 1.1 }],
      unknownVoice: { voice: 'nobody' },
      close: () => server.close(),
    };
  },
  local: async () => ({
    environment: {},
    voices: [{ voice: 'slt' }, { voice: 'rms' }],
    unknownVoice: { voice: 'nobody' },
    close: async () => {},
  }),
};

for (const description of ENGINES) {
  const setup = SETUPS[description.name];
  if (setup === undefined)
    throw new Error(`the engine ${description.name} has no setup for the contract's tests`);
  testEngine(description, setup);
}
