import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { EngineEnvironment } from '../../src/speech/engine.js';
import type { SpeakOptions } from '../../src/speech/speak-script.js';
import { TEST_VOICES } from './scripts.js';
import { type SpeechServer, type SpeechServerOptions, startSpeechServer } from './server/speech-server.js';

export const KEY = 'sk-secret-key-for-tests';

/** A folder for takes, and a server to get them from. */
export interface Studio {
  readonly server: SpeechServer;
  readonly environment: EngineEnvironment;
  readonly options: SpeakOptions;
  close(): Promise<void>;
}

/** Starts a server and makes an empty folder for takes; the engine is ElevenLabs unless another is named. */
export async function openStudio(serverOptions: SpeechServerOptions = {}): Promise<Studio> {
  const takesDir = await mkdtemp(path.join(os.tmpdir(), 'speech-test-'));
  const server = await startSpeechServer({ keys: [KEY], ...serverOptions });
  const environment = {
    elevenLabsApiKey: KEY,
    elevenLabsBaseUrl: server.elevenLabsBaseUrl,
    openAiApiKey: KEY,
    openAiBaseUrl: server.openAiBaseUrl,
  };
  return {
    server,
    environment,
    options: {
      engine: 'elevenlabs',
      voices: TEST_VOICES,
      environment,
      takesDir,
      threads: 2,
      signal: new AbortController().signal,
      decode: () => Promise.reject(new Error('the server sends samples and WAV only')),
    },
    close: async () => {
      await server.close();
      await rm(takesDir, { recursive: true, force: true });
    },
  };
}
