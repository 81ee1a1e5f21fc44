import type { Notice, Phones, TextSpan, TimedSpeech, VoiceSettings } from '../edition.js';

/** Samples of one channel, 16 bits each. */
export interface Pcm {
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
}

/** Audio as a service sent it: MP3, WAV, FLAC, … The bytes say what it is, not the service. */
export interface EncodedAudio {
  readonly bytes: Uint8Array;
  /** What the service was asked for, for bytes that say nothing about themselves: `pcm_24000`, `mp3`. */
  readonly hint?: string;
}

/** Turns a service's bytes into samples; rejects when they can't be decoded to the end. */
export type Decode = (bytes: Uint8Array, hint: string | undefined, signal: AbortSignal) => Promise<Pcm>;

/** How a word of a text sounds; `span` covers the word without the marks around it. */
export interface WordPhones extends Phones {
  readonly span: TextSpan;
}

/** One segment to be spoken. */
export interface SpeechRequest {
  readonly text: string;
  /** In the text's order; only for an engine and voice that take phones. */
  readonly phones?: readonly WordPhones[];
  /** What is said before and after, so that the segment sounds in place; it is not spoken. */
  readonly previousText?: string;
  readonly nextText?: string;
  readonly voice: VoiceSettings;
  /** Another number asks for another take; engines that always say it alike ignore it. */
  readonly seed?: number;
}

/** What an engine made of a request. */
export interface Spoken {
  readonly audio: Pcm | EncodedAudio;
  /** When which piece of the text is heard; absent where the service does not say. */
  readonly timings?: readonly TimedSpeech[];
  /** What the service charged for, in characters. Absent: the length of the text. */
  readonly billedCharacters?: number;
  readonly notices?: readonly Notice[];
}

export interface EngineLimits {
  readonly charactersPerRequest: number;
  /** Requests at once to begin with; the service may allow more or fewer. */
  readonly concurrency: number;
}

/** What speaking costs, as far as it is known without asking. */
export interface EnginePrice {
  /** `credits`, or `characters` where the service counts those. */
  readonly unit: string;
  readonly unitsPerCharacter: number;
  readonly dollarsPerUnit?: number;
}

export interface EngineVoice {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** BCP 47, where the service says so. */
  readonly language?: string;
}

/** What is left of an account's allowance. */
export interface EngineCredits {
  readonly unit: string;
  readonly remaining: number;
  readonly limit: number;
}

/**
 * Called when a good answer has arrived to its last byte, before it is worked on: from then on the account may be
 * asked again. `maximumConcurrency`: how many requests at once the service says the account may make.
 */
export type OnReceived = (maximumConcurrency: number | undefined) => void;

/** The contract: what turns a segment into audio. */
export interface Engine {
  readonly name: string;
  /** Part of every take's key: changes when the same request would sound different. */
  readonly version: string;
  limits(voice: VoiceSettings): EngineLimits;
  voices(signal: AbortSignal): Promise<readonly EngineVoice[]>;
  /**
   * Rejects with an `EngineFailure` of `engine-failure.ts`, or with the signal's reason. An engine that does not
   * call `onReceived` is done with a request when it resolves.
   */
  speak(request: SpeechRequest, signal: AbortSignal, onReceived?: OnReceived): Promise<Spoken>;
  credits?(signal: AbortSignal): Promise<EngineCredits | undefined>;
  /** What is said in a WAV file. */
  transcribe?(wav: Uint8Array, signal: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/** Keys and addresses, as the environment gives them. */
export interface EngineEnvironment {
  readonly elevenLabsApiKey?: string;
  readonly elevenLabsBaseUrl?: string;
  readonly openAiApiKey?: string;
  readonly openAiBaseUrl?: string;
}

export interface EngineOptions {
  readonly environment: EngineEnvironment;
  /** Threads that an engine on this machine may use. */
  readonly threads: number;
  /** How long one request may take in all, in seconds. */
  readonly requestTimeoutSeconds?: number;
}

/** What is known of an engine without loading it. */
export interface EngineFacts {
  readonly name: string;
  readonly version: string;
  /** How people call it in a sentence. */
  readonly title: string;
  /** Casting for roles that `voices.json` leaves open; `narrator` speaks for the rest. */
  readonly casting?: Readonly<Record<string, VoiceSettings>>;
  /** The only voices there are, where that is known beforehand. */
  readonly knownVoices?: readonly EngineVoice[];
  readonly canTranscribe: boolean;
  /** True when a text always sounds alike, so that asking again is of no use. */
  readonly isRepeatable: boolean;
  /** Whether the voice takes phones for single words; absent: none does, and words are said as they are respelt. */
  takesPhones?(voice: VoiceSettings): boolean;
  /** The environment's variable that must be set, when it is not. */
  missing(environment: EngineEnvironment): string | undefined;
  limits(voice: VoiceSettings): EngineLimits;
  price(voice: VoiceSettings): EnginePrice | undefined;
  /** Seconds of work for so many characters. @param atOnce Requests at once; default: as many as are usual. */
  estimateSeconds(characters: number, atOnce?: number): number;
}

/** An engine in the list: what is known of it, and how it is loaded. */
export interface EngineDescription extends EngineFacts {
  /** Begins to load what takes long, where something does. */
  warmUp?(): Promise<void>;
  open(options: EngineOptions): Promise<Engine>;
}
