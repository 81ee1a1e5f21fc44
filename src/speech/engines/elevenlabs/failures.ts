import { messageOf } from '../../../errors.js';
import type { EngineFailureKind, ServiceFailure } from '../../engine-failure.js';
import { failureKind } from '../../failure-kind.js';
import { readRetryAfter, sentOnTo } from '../../http-answer.js';
import { fieldOf } from '../../json-fields.js';
import { readNetworkFailure } from '../../network-failure.js';

/** The parts of the SDK's errors that matter; read by shape, for it throws several classes and strings. */
interface SdkError {
  readonly statusCode?: number;
  readonly body?: unknown;
  readonly rawResponse?: { readonly headers?: Headers };
  /** Set by `client.ts`: a good status, but no audio. */
  readonly isBroken?: boolean;
}

/** What the service said, in its envelope of 2026 or an older one. */
interface ServiceComplaint {
  readonly code?: string;
  readonly message?: string;
}

/**
 * Codes of the service that say more than the status does: a 401 is a bad key or a used-up quota. Old
 * (`status`) and new (`code`) names. From elevenlabs.io/docs/eleven-api/resources/errors and the issues
 * lfnovo/open-notebook#103 and home-assistant/core#160414.
 */
const KIND_BY_CODE: Readonly<Record<string, EngineFailureKind>> = {
  quota_exceeded: 'quota',
  insufficient_credits: 'quota',
  payment_required: 'quota',
  concurrent_limit_exceeded: 'busy',
  too_many_concurrent_requests: 'busy',
  rate_limit_exceeded: 'busy',
  system_busy: 'busy',
  invalid_api_key: 'key',
  missing_api_key: 'key',
  missing_permissions: 'key',
  // 403s that are not about the key.
  voice_access_denied: 'request',
  subscription_required: 'request',
  model_access_denied: 'request',
};

/** The plan's limit as a sentence: "… a maximum of 2 concurrent requests …". */
const MAXIMUM_IN_MESSAGE = /maximum of (\d+) concurrent/i;

/** Reads an error of the SDK. Without a status the service was not reached or its answer made no sense. */
export function readFailure(error: unknown): ServiceFailure & { readonly message: string } {
  const { statusCode: status, body, rawResponse, isBroken } = error as SdkError;
  const headers = rawResponse?.headers;
  const network = status === undefined ? readNetworkFailure(error) : undefined;
  const complaint = readComplaint(body);
  const message = complaint.message ?? network?.says ?? sentOnTo(status, headers) ?? messageOf(error);
  const codes = complaint.code === undefined ? [] : [complaint.code];
  const retryAfterSeconds = readRetryAfter(headers, Date.now());
  const maximumConcurrency = readMaximumConcurrency(headers, message);
  return {
    message,
    kind: isBroken ? 'broken' : failureKind(status, codes, message, KIND_BY_CODE),
    ...(status === undefined ? {} : { status }),
    ...(complaint.code === undefined ? {} : { serviceCode: complaint.code }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(maximumConcurrency === undefined ? {} : { maximumConcurrency }),
    ...(network?.isUnsent ? { isUnsent: true } : {}),
  };
}

/** How many requests at once the account may make, if the answer says so. */
export function readMaximumConcurrency(headers: Headers | undefined, message = ''): number | undefined {
  const value = headers?.get('maximum-concurrent-requests') ?? message.match(MAXIMUM_IN_MESSAGE)?.[1];
  const maximum = Number.parseInt(value ?? '', 10);
  return maximum > 0 ? maximum : undefined;
}

/** `detail` is an object, a list (FastAPI's 422) or a sentence, depending on the path and its age. */
function readComplaint(body: unknown): ServiceComplaint {
  const detail = fieldOf(body, 'detail');
  if (typeof detail === 'string') return { message: detail };
  if (Array.isArray(detail)) return { message: detail.map(validationMessage).join('; ') };
  const code = fieldOf(detail, 'code') ?? fieldOf(detail, 'status');
  const message = fieldOf(detail, 'message');
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof message === 'string' ? { message } : {}),
  };
}

/** `{ "loc": ["body", "voice_settings", "speed"], "msg": "…" }` */
function validationMessage(one: unknown): string {
  const place = fieldOf(one, 'loc');
  const path = Array.isArray(place) ? `${place.filter((part) => part !== 'body').join('.')}: ` : '';
  return path + String(fieldOf(one, 'msg') ?? '');
}
