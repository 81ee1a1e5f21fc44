import type { EngineFailureKind, EngineFailureOptions } from '../../engine-failure.js';
import { readRetryAfter } from '../../http-answer.js';
import { fieldOf, parseJson } from '../../json-fields.js';

/** Codes that say more than the status: a 429 may be too many requests, or no money left. */
const KIND_BY_CODE: Readonly<Record<string, EngineFailureKind>> = {
  insufficient_quota: 'quota',
  billing_hard_limit_reached: 'quota',
  billing_not_active: 'quota',
  rate_limit_exceeded: 'busy',
  invalid_api_key: 'key',
};

const KIND_BY_STATUS: Readonly<Record<number, EngineFailureKind>> = {
  401: 'key',
  402: 'quota',
  403: 'key',
  408: 'unreachable',
  425: 'busy',
  429: 'busy',
};

/** Reads an answer that is no success: `{ "error": { "message", "type", "code" } }`, or whatever was sent. */
export function readFailure(
  status: number,
  headers: Headers,
  body: string,
): Omit<EngineFailureOptions, 'engine'> & { readonly message: string } {
  const error = fieldOf(parseJson(body), 'error');
  const codes = [fieldOf(error, 'code'), fieldOf(error, 'type')].filter((code) => typeof code === 'string');
  const message = fieldOf(error, 'message') ?? (typeof error === 'string' ? error : body);
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), Date.now());
  return {
    message: String(message) || `status ${status}`,
    kind: kindOf(status, codes),
    status,
    ...(codes[0] === undefined ? {} : { serviceCode: codes[0] }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

function kindOf(status: number, codes: readonly string[]): EngineFailureKind {
  const byCode = codes.map((code) => KIND_BY_CODE[code]).find((kind) => kind !== undefined);
  return byCode ?? KIND_BY_STATUS[status] ?? (status >= 500 ? 'unreachable' : 'request');
}
