import type { EngineFacts, EngineVoice } from '../../engine.js';

/** Flite's voices, as they are compiled into the module. */
export const LOCAL_VOICES: readonly EngineVoice[] = [
  { id: 'slt', name: 'slt', description: 'a woman, American', language: 'en-US' },
  { id: 'rms', name: 'rms', description: 'a man, American', language: 'en-US' },
  { id: 'awb', name: 'awb', description: 'a man, Scottish', language: 'en-GB' },
  { id: 'kal', name: 'kal', description: 'a man, American, plainly a machine (8 kHz)', language: 'en-US' },
];

/** What is known of the engine without loading it. */
export const FACTS: EngineFacts = {
  name: 'local',
  // Flite's version, and a count of our own changes to how it is driven.
  version: 'flite-2.3-1',
  title: 'the embedded engine',
  casting: { narrator: { voice: 'slt' }, letter: { voice: 'rms' }, sponsor: { voice: 'awb' } },
  knownVoices: LOCAL_VOICES,
  canTranscribe: false,
  isRepeatable: true,
  missing: () => undefined,
  // Text is spoken sentence by sentence, so its length does not matter.
  limits: () => ({ charactersPerRequest: Number.POSITIVE_INFINITY, concurrency: Number.POSITIVE_INFINITY }),
  price: () => undefined,
  // About 15 characters a second of speech, spoken at 90 times real time (measured on one core).
  estimateSeconds: (characters) => characters / (15 * 90),
};
