import type { ScriptStory, Takes } from '../edition.js';
import type { Bill } from './bill.js';
import type { CastingOptions } from './cast-segments.js';
import type { Decode, EngineDescription, EngineEnvironment } from './engine.js';
import type { SpeechEvent } from './speech-event.js';
import type { TakeStore } from './takes.js';

/** What is needed to speak stories on one engine. */
export interface SpeakStoriesOptions extends CastingOptions {
  readonly store: TakeStore;
  /** All engines that there are. */
  readonly engines: readonly EngineDescription[];
  readonly bill: Bill;
  readonly environment: EngineEnvironment;
  /** Requests at once; the engine and its service may allow fewer. */
  readonly concurrency?: number;
  /** Refuse to make more new characters than this, before the first request. */
  readonly maxCharacters?: number;
  /** `asr`: takes are transcribed too, and numbers, names and negations compared. */
  readonly verify?: 'asr';
  /** Keys of kept takes that are not spoken here, but tell what the voices of this edition sound like. */
  readonly comparedWith?: readonly string[];
  /** How long one request may take in all, in seconds; default: by the length of its text. */
  readonly requestTimeoutSeconds?: number;
  /** Threads for an engine on this machine: its cores. */
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly decode: Decode;
  readonly onEvent?: (event: SpeechEvent) => void;
  /** Called as soon as a story's takes are all there, so that it can be encoded while others are spoken. */
  readonly onStory?: (story: ScriptStory, takes: Takes) => void;
}
