import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';
import type { EngineCredits, EngineVoice } from '../../engine.js';
import { splitAudio } from './audio-in-json.js';

type TimestampsRequest = Parameters<ElevenLabsClient['textToSpeech']['convertWithTimestamps']>[1];

/** A request for speech in the SDK's own words. */
export type ElevenLabsSpeechRequest = Omit<TimestampsRequest, 'outputFormat'> & {
  readonly outputFormat: string;
};

export interface CharacterTimes {
  readonly characters: readonly string[];
  readonly characterStartTimesSeconds: readonly number[];
  readonly characterEndTimesSeconds: readonly number[];
}

export interface ElevenLabsSpeech {
  readonly bytes: Uint8Array;
  readonly alignment?: CharacterTimes;
  readonly headers: Headers;
}

export interface ElevenLabsAccount {
  readonly apiKey: string;
  readonly baseUrl?: string;
}

/** The few calls of the service that the program makes. They reject with the SDK's own errors. */
export interface ElevenLabsService {
  speak(voice: string, request: ElevenLabsSpeechRequest, signal: AbortSignal): Promise<ElevenLabsSpeech>;
  voices(signal: AbortSignal): Promise<readonly EngineVoice[]>;
  credits(signal: AbortSignal): Promise<EngineCredits>;
  transcribe(wav: Uint8Array, signal: AbortSignal): Promise<string>;
}

/**
 * The only file that knows the SDK. Its retries are off, for every failure is retried in one place, and so
 * is its time-out, which does not cover the body: the signal does. Redirects are refused, because the SDK
 * would send the key along to another host.
 */
export function connectElevenLabs({ apiKey, baseUrl }: ElevenLabsAccount): ElevenLabsService {
  const client = new ElevenLabsClient({
    apiKey,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    maxRetries: 0,
    fetch: fetchWithoutAudio,
  });
  return {
    speak: (voice, request, signal) => speak(client, voice, request, signal),
    voices: (signal) => listVoices(client, signal),
    credits: async (signal) => {
      const { characterCount, characterLimit } = await client.user.subscription.get({ abortSignal: signal });
      return { unit: 'credits', remaining: characterLimit - characterCount, limit: characterLimit };
    },
    transcribe: async (wav, signal) => {
      const file = new Blob([new Uint8Array(wav)], { type: 'audio/wav' });
      const answer = await client.speechToText.convert(
        { file, modelId: 'scribe_v1' },
        { abortSignal: signal },
      );
      return 'text' in answer ? answer.text : '';
    },
  };
}

/** Audio that was taken out of an answer before the SDK read it, by the answer's headers. */
const audioByHeaders = new WeakMap<Headers, Uint8Array>();

async function fetchWithoutAudio(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'error' });
  const text = async () => {
    const body = Buffer.from(await response.arrayBuffer());
    const split = splitAudio(body);
    if (split === undefined) return body.toString('utf8');
    audioByHeaders.set(response.headers, split.audio);
    return split.json;
  };
  return Object.assign(response, { text });
}

async function speak(
  client: ElevenLabsClient,
  voice: string,
  request: ElevenLabsSpeechRequest,
  signal: AbortSignal,
): Promise<ElevenLabsSpeech> {
  const { data, rawResponse } = await client.textToSpeech
    .convertWithTimestamps(voice, request as TimestampsRequest, { abortSignal: signal })
    .withRawResponse();
  return {
    bytes: audioByHeaders.get(rawResponse.headers) ?? Buffer.from(data.audioBase64, 'base64'),
    ...(data.alignment === undefined ? {} : { alignment: data.alignment }),
    headers: rawResponse.headers,
  };
}

async function listVoices(client: ElevenLabsClient, signal: AbortSignal): Promise<readonly EngineVoice[]> {
  const voices: EngineVoice[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await client.voices.search(
      { pageSize: 100, ...(nextPageToken === undefined ? {} : { nextPageToken }) },
      { abortSignal: signal },
    );
    for (const { voiceId, name, description } of page.voices) {
      voices.push({ id: voiceId, name: name ?? voiceId, ...(description ? { description } : {}) });
    }
    nextPageToken = page.hasMore ? page.nextPageToken : undefined;
  } while (nextPageToken !== undefined);
  return voices;
}
