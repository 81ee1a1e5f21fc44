import {
  answerBroken,
  type Exchange,
  type RequestDesk,
  type SendAnswer,
  sendJson,
  type TakeOrder,
} from './exchange.js';
import { type Fault, spoil } from './faults.js';
import { hum } from './synthetic-voice.js';
import { wavBytes } from './wav-bytes.js';

const SAMPLE_RATE_HZ = 24_000;
const VOICES = ['af_heart', 'am_adam', 'alloy', 'onyx', 'nova'];
const UNKNOWN_SIZES = { riff: 0xffffffff, data: 0xffffffff };

/** Answers as OpenAI and the servers that follow it do. @returns false when the path is none of theirs. */
export async function answerOpenAi(exchange: Exchange, desk: RequestDesk): Promise<boolean> {
  const { url, body, headers, response, options } = exchange;
  if (url.pathname === '/v1/audio/voices') {
    sendJson(response, 200, { voices: VOICES });
    return true;
  }
  if (url.pathname !== '/v1/audio/speech') return false;
  const key = String(headers.authorization).replace('Bearer ', '');
  if (options.keys !== undefined && !options.keys.includes(key)) {
    refuse(exchange, 401, 'invalid_api_key', `Incorrect API key provided: ${key}.`);
    return true;
  }
  const [text, voice, format] = [
    String(body['input']),
    String(body['voice']),
    String(body['response_format']),
  ];
  await desk.handle({ service: 'openai', text, voice, body, format, headers }, (fault) =>
    prepareTake(text, format, fault, exchange, desk),
  );
  return true;
}

function prepareTake(
  text: string,
  format: string,
  fault: Fault | undefined,
  exchange: Exchange,
  desk: RequestDesk,
): SendAnswer {
  const { response, body, options } = exchange;
  if (fault?.kind === 'busy') {
    const wait: Record<string, string> =
      fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
    return () => refuse(exchange, 429, 'rate_limit_exceeded', 'Rate limit reached.', wait);
  }
  if (fault?.kind === 'status') return () => refuse(exchange, fault.status, fault.code, fault.message);
  if (!VOICES.includes(String(body['voice']))) {
    return () => refuse(exchange, 400, 'invalid_value', 'There is no such voice.');
  }
  const whole = options.madeBefore?.get(`${format} ${text}`) ?? openAiBody(text, { fault, options, desk });
  return () => {
    if (!answerBroken(response, fault, whole))
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(whole);
  };
}

/** Whatever was asked for, WAV comes back, and the header says something else (LocalAI did both). */
export function openAiBody(text: string, { fault, options, desk }: TakeOrder = {}): Buffer {
  const { samples } = spoil(hum(text, SAMPLE_RATE_HZ), fault, text);
  desk?.remember(samples, text, 0);
  return wavBytes(samples, SAMPLE_RATE_HZ, options?.placeholderSizes ? UNKNOWN_SIZES : undefined);
}

function refuse(
  { response }: Exchange,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendJson(response, status, { error: { message, type: 'error', param: null, code } }, headers);
}
