/** The speech stage: script → takes. */
export type { Decode, EngineCredits, EngineEnvironment, EngineVoice, Pcm } from './engine.js';
export { type Peaks, readPeaks } from './peaks.js';
export {
  type PlanOptions,
  planSpeech,
  type SpeechCost,
  type SpeechPlan,
  type StoryCost,
  sumCosts,
} from './plan-speech.js';
export { type PricedSegment, type PricedSpeech, priceSegments } from './price-segments.js';
export { type SpeakOptions, speakScript } from './speak-script.js';
export { type SpokenSegment, speakSegment } from './speak-segment.js';
export type { SpeechEvent } from './speech-event.js';
export { warmUpEngine } from './warm-up.js';
