import { setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from '../../../errors.js';
import type { EngineCredits, EngineVoice } from '../../engine.js';
import { parseJson } from '../../json-fields.js';
import { type HttpAnswer, sendRequest } from '../../send-request.js';
import { splitAudio } from './audio-in-json.js';
import { SpeechToTextClient, SubscriptionClient, TextToSpeechClient, VoicesClient } from './sdk.js';

type AudioWithTimestampsResponse = Awaited<ReturnType<TextToSpeechClient['convertWithTimestamps']>>;
type TimestampsRequest = Parameters<TextToSpeechClient['convertWithTimestamps']>[1];

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
  /** Of the text as it was sent, and as the service normalized it; either may be missing. */
  readonly alignments: readonly CharacterTimes[];
  readonly headers: Headers;
}

export interface ElevenLabsAccount {
  readonly apiKey: string;
  readonly baseUrl?: string;
}

/** The few calls of the service that the program makes. They reject with the SDK's own errors. */
export interface ElevenLabsService {
  /** @param onReceived Called with the headers of a good answer when its last byte is there. */
  speak(
    voice: string,
    request: ElevenLabsSpeechRequest,
    signal: AbortSignal,
    onReceived: (headers: Headers) => void,
  ): Promise<ElevenLabsSpeech>;
  voices(signal: AbortSignal): Promise<readonly EngineVoice[]>;
  credits(signal: AbortSignal): Promise<EngineCredits>;
  transcribe(wav: Uint8Array, signal: AbortSignal): Promise<string>;
}

/** The only file that calls the SDK. */
export function connectElevenLabs(account: ElevenLabsAccount): ElevenLabsService {
  // Redirects are refused, because they would take the key along to another host.
  const optionsFor = (signal: AbortSignal) =>
    clientOptions(account, (url, init) => fetch(url, { ...init, signal, redirect: 'error' }));
  return {
    speak: (voice, request, signal, onReceived) => speak(account, voice, request, signal, onReceived),
    voices: (signal) => listVoices(new VoicesClient(optionsFor(signal))),
    credits: async (signal) => {
      const { characterCount, characterLimit } = await new SubscriptionClient(optionsFor(signal)).get();
      return { unit: 'credits', remaining: characterLimit - characterCount, limit: characterLimit };
    },
    transcribe: async (wav, signal) => {
      const file = new Blob([new Uint8Array(wav)], { type: 'audio/wav' });
      const answer = await new SpeechToTextClient(optionsFor(signal)).convert({ file, modelId: 'scribe_v1' });
      return 'text' in answer ? answer.text : '';
    },
  };
}

/**
 * Options of a client that does not retry by itself, for every failure is retried in one place. Its time-out does not
 * cover the body, and its timer outlives a request that fails and keeps the program from ending: it is over at once,
 * and nobody heeds it, for each request has a signal of ours.
 */
function clientOptions({ apiKey, baseUrl }: ElevenLabsAccount, fetch: typeof globalThis.fetch) {
  return {
    apiKey,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    maxRetries: 0,
    timeoutInSeconds: 0,
    fetch,
  };
}

/** Each request has its own client, which costs nothing, so that its answer is known to be its own. */
async function speak(
  account: ElevenLabsAccount,
  voice: string,
  request: ElevenLabsSpeechRequest,
  signal: AbortSignal,
  onReceived: (headers: Headers) => void,
): Promise<ElevenLabsSpeech> {
  const received: { answer?: HttpAnswer; audio?: Uint8Array } = {};
  const options = clientOptions(account, async (url, init) => {
    const answer = await sendRequest(new URL(String(url)), {
      method: 'POST',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: String(init?.body),
      signal,
    });
    received.answer = answer;
    if (isGood(answer)) onReceived(answer.headers);
    // The account's next request goes out before this answer is read.
    await nextTurn();
    const split = splitAudio(answer.body);
    if (split !== undefined) received.audio = split.audio;
    const { status, headers } = answer;
    return Object.assign(new Response(null, { status, headers }), {
      text: async () => split?.json ?? answer.body.toString('utf8'),
    });
  });
  const said = await new TextToSpeechClient(options)
    .convertWithTimestamps(voice, request as TimestampsRequest)
    .catch((error: unknown) => withoutTimes(error, received));
  const bytes = received.audio ?? Buffer.from(said.audioBase64, 'base64');
  const alignments = [said.alignment, said.normalizedAlignment].filter((one) => one !== undefined);
  return { bytes, alignments, headers: received.answer?.headers ?? new Headers() };
}

/**
 * What is left of an answer that the SDK can't read: its sound, where there is any, for it is paid for.
 *
 * @throws the SDK's error; where the service refused, with status and body, which the SDK loses when the body is
 *   not what its type says.
 */
function withoutTimes(
  error: unknown,
  { answer, audio }: { readonly answer?: HttpAnswer; readonly audio?: Uint8Array },
): AudioWithTimestampsResponse {
  if (answer === undefined) throw error;
  if (!isGood(answer)) throw refusalOf(answer);
  if (audio === undefined) throw Object.assign(new Error(messageOf(error)), { isBroken: true });
  return { audioBase64: '' };
}

function isGood({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** A refusal in the shape of the SDK's errors. */
function refusalOf({ status, headers, body }: HttpAnswer): Error {
  const text = body.toString('utf8');
  return Object.assign(new Error(text), {
    statusCode: status,
    body: parseJson(text) ?? text,
    rawResponse: { headers },
  });
}

async function listVoices(client: VoicesClient): Promise<readonly EngineVoice[]> {
  const voices: EngineVoice[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await client.search({
      pageSize: 100,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    for (const { voiceId, name, description } of page.voices) {
      voices.push({ id: voiceId, name: name ?? voiceId, ...(description ? { description } : {}) });
    }
    nextPageToken = page.hasMore ? page.nextPageToken : undefined;
  } while (nextPageToken !== undefined);
  return voices;
}
