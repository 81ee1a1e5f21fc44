/** The speech stage: script → takes. */
export type { Decode, EngineEnvironment, Pcm } from './engine.js';
export {
  type PlanOptions,
  planSpeech,
  type SpeechCost,
  type SpeechPlan,
  type StoryCost,
} from './plan-speech.js';
export { type SpeakOptions, speakScript } from './speak-script.js';
export type { SpeechEvent } from './speech-event.js';
