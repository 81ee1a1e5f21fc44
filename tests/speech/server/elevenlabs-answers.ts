import {
  answerBroken,
  type Exchange,
  type RequestDesk,
  type SendAnswer,
  sendJson,
  type TakeOrder,
} from './exchange.js';
import { type Fault, spoil } from './faults.js';
import { hum, type SyntheticSpeech } from './synthetic-voice.js';
import { wavBytes } from './wav-bytes.js';

const VOICES = [
  { voice_id: 'voice-anna', name: 'Anna', description: 'calm' },
  { voice_id: 'voice-ben', name: 'Ben', description: 'lively' },
  { voice_id: 'voice-cleo', name: 'Cleo', description: 'deep' },
];

/** Models that refuse the text before and after (seen with eleven_v3). */
const WITHOUT_NEIGHBOURS = ['eleven_v3'];

/** Answers as ElevenLabs does. @returns false when the path is none of its. */
export async function answerElevenLabs(exchange: Exchange, desk: RequestDesk): Promise<boolean> {
  const { url, headers, response, options } = exchange;
  const speech = url.pathname.match(/^\/v1\/text-to-speech\/([^/]+)\/with-timestamps$/);
  const isOurs = speech !== null || ['/v2/voices', '/v1/user/subscription'].includes(url.pathname);
  if (!isOurs) return false;
  if (options.keys !== undefined && !options.keys.includes(String(headers['xi-api-key']))) {
    refuse(exchange, 401, 'invalid_api_key', `Invalid API key ${headers['xi-api-key']}`);
  } else if (speech !== null) {
    await answerSpeech(decodeURIComponent(speech[1] ?? ''), exchange, desk);
  } else if (url.pathname === '/v2/voices') {
    answerVoices(exchange);
  } else {
    const limit = 10_000;
    sendJson(response, 200, subscription(limit, limit - (options.creditsLeft ?? 4_000)));
  }
  return true;
}

/** Two pages, so that paging is exercised. */
function answerVoices({ url, response }: Exchange): void {
  const isSecond = url.searchParams.get('next_page_token') === 'second';
  const voices = isSecond ? VOICES.slice(2) : VOICES.slice(0, 2);
  sendJson(response, 200, {
    voices,
    has_more: !isSecond,
    total_count: VOICES.length,
    next_page_token: isSecond ? null : 'second',
  });
}

async function answerSpeech(voice: string, exchange: Exchange, desk: RequestDesk): Promise<void> {
  const { url, body, headers } = exchange;
  const format = url.searchParams.get('output_format') ?? 'mp3_44100_128';
  const text = String(body['text']);
  await desk.handle({ service: 'elevenlabs', text, voice, body, format, headers }, (fault) =>
    prepareTake(text, voice, format, fault, exchange, desk),
  );
}

function prepareTake(
  text: string,
  voice: string,
  format: string,
  fault: Fault | undefined,
  exchange: Exchange,
  desk: RequestDesk,
): SendAnswer {
  const { body, response, options } = exchange;
  const refusal = refusalOf(voice, format, exchange);
  if (refusal !== undefined) return () => refuse(exchange, ...refusal);
  if (fault?.kind === 'busy') return () => refuseBusy(fault.retryAfter, exchange);
  if (fault?.kind === 'status') return () => refuse(exchange, fault.status, fault.code, fault.message);
  const seed = Number(body['seed'] ?? 0);
  const whole =
    options.madeBefore?.get(`${format} ${text}`) ??
    elevenLabsBody(text, format, { seed, fault, options, desk });
  const headers = {
    'content-type': 'application/json',
    'character-cost': String(text.length),
    'request-id': 'req-1',
    ...maximumHeaders(exchange),
  };
  return () => {
    if (!answerBroken(response, fault, whole)) response.writeHead(200, headers).end(whole);
  };
}

/** The body of an answer with audio and the time of every character. */
export function elevenLabsBody(
  text: string,
  format: string,
  { seed = 0, fault, options, desk }: TakeOrder = {},
): Buffer {
  const speech = hum(text, sampleRateOf(format), seed);
  desk?.remember(speech.samples, text, seed);
  return Buffer.from(
    JSON.stringify({
      audio_base64: audioBytes(spoil(speech, fault, text), format).toString('base64'),
      ...(options?.omitsAlignment ? {} : { alignment: alignment(text, speech) }),
    }),
  );
}

function refusalOf(
  voice: string,
  format: string,
  { body, options }: Exchange,
): [number, string, string] | undefined {
  if (!VOICES.some(({ voice_id: id }) => id === voice))
    return [404, 'voice_not_found', `A voice ${voice} was not found.`];
  if (options.formats?.includes(format) === false) {
    return [403, 'subscription_required', `output_format ${format} is not allowed on your current tier`];
  }
  const hasNeighbours = body['previous_text'] !== undefined || body['next_text'] !== undefined;
  if (hasNeighbours && WITHOUT_NEIGHBOURS.includes(String(body['model_id']))) {
    return [
      400,
      'unsupported_model',
      `Providing previous_text or next_text is not yet supported with this model.`,
    ];
  }
  return undefined;
}

function refuse({ response }: Exchange, status: number, code: string, message: string): void {
  sendJson(response, status, { detail: { type: 'error', code, status: code, message } });
}

function refuseBusy(retryAfter: string | undefined, exchange: Exchange): void {
  const body = {
    detail: { status: 'too_many_concurrent_requests', message: 'Too many concurrent requests.' },
  };
  const wait: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  sendJson(exchange.response, 429, body, { ...wait, ...maximumHeaders(exchange) });
}

function maximumHeaders({ options }: Exchange): Record<string, string> {
  return options.tellsMaximum ? { 'maximum-concurrent-requests': String(options.maximumAtOnce) } : {};
}

/** MP3 needs an encoder; a WAV file stands in for it, as some servers do and the program must see. */
function audioBytes({ samples, sampleRateHz }: SyntheticSpeech, format: string): Buffer {
  const raw = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return format.startsWith('pcm_') ? raw : wavBytes(samples, sampleRateHz);
}

function sampleRateOf(format: string): number {
  return Number(format.split('_')[1] ?? 44_100);
}

function alignment(text: string, { characters }: SyntheticSpeech) {
  return {
    characters: [...text],
    character_start_times_seconds: characters.map(({ startSeconds }) => startSeconds),
    character_end_times_seconds: characters.map(({ endSeconds }) => endSeconds),
  };
}

/** Every field that the SDK insists on. */
function subscription(limit: number, used: number) {
  return {
    tier: 'creator',
    character_count: used,
    character_limit: limit,
    max_credit_limit_extension: 0,
    can_extend_character_limit: false,
    allowed_to_extend_character_limit: false,
    voice_slots_used: 0,
    professional_voice_slots_used: 0,
    professional_voice_slots_used_in_workspace: 0,
    voice_limit: 10,
    voice_add_edit_counter: 0,
    professional_voice_limit: 1,
    can_extend_voice_limit: false,
    can_use_instant_voice_cloning: true,
    can_use_professional_voice_cloning: false,
    current_overage: { amount: '0', currency: 'usd' },
    status: 'active',
    open_invoices: [],
    has_open_invoices: false,
  };
}
