import type { EngineFailureKind, ServiceFailure } from '../../engine-failure.js';
import { failureKind } from '../../failure-kind.js';
import { readRetryAfter, sentOnTo } from '../../http-answer.js';
import { fieldOf, parseJson } from '../../json-fields.js';
import type { HttpAnswer } from '../../send-request.js';

/** Codes that say more than the status: a 429 may be too many requests, or no money left. */
const KIND_BY_CODE: Readonly<Record<string, EngineFailureKind>> = {
  insufficient_quota: 'quota',
  billing_hard_limit_reached: 'quota',
  billing_not_active: 'quota',
  rate_limit_exceeded: 'busy',
  invalid_api_key: 'key',
  model_not_found: 'request',
  voice_not_found: 'request',
};

/** Reads an answer that is no success: `{ "error": { "message", "type", "code" } }`, or whatever was sent. */
export function readFailure({ status, headers, body }: HttpAnswer): ServiceFailure & {
  readonly message: string;
} {
  const text = body.toString('utf8');
  const parsed = parseJson(text);
  const error = fieldOf(parsed, 'error') ?? parsed;
  const codes = [fieldOf(error, 'code'), fieldOf(error, 'type')].filter((code) => typeof code === 'string');
  const message = sentOnTo(status, headers) ?? (complaintOf(error) || text || `status ${status}`);
  const retryAfterSeconds = readRetryAfter(headers, Date.now());
  return {
    message,
    kind: failureKind(status, codes, message, KIND_BY_CODE),
    status,
    ...(codes[0] === undefined ? {} : { serviceCode: codes[0] }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

/** `message` of OpenAI, `detail` of FastAPI, or a bare sentence. */
function complaintOf(error: unknown): string {
  const said = fieldOf(error, 'message') ?? fieldOf(error, 'detail') ?? error;
  if (typeof said === 'string') return said;
  return said === undefined ? '' : JSON.stringify(said);
}
