import { AudioEditionError } from '../errors.js';
import type { ServiceFailure } from './engine-failure.js';

/**
 * How long a service asks to wait: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or OpenAI's
 * `retry-after-ms`.
 *
 * @returns Seconds from now, never negative; undefined when there is no such header or no sense in it.
 */
export function readRetryAfter(headers: Headers | undefined, nowMs: number): number | undefined {
  const milliseconds = readNumber(headers?.get('retry-after-ms'));
  if (milliseconds !== undefined) return Math.max(0, milliseconds / 1000);
  const header = headers?.get('retry-after');
  const seconds = readNumber(header);
  if (seconds !== undefined) return Math.max(0, seconds);
  const atMs = Date.parse(header ?? '');
  return Number.isNaN(atMs) ? undefined : Math.max(0, (atMs - nowMs) / 1000);
}

function readNumber(header: string | null | undefined): number | undefined {
  const number = Number(header);
  return header?.trim() && Number.isFinite(number) ? number : undefined;
}

/** Where a redirect leads, for a sentence: its host, for the rest of an address may hold secrets. */
export function sentOnTo(status: number | undefined, headers: Headers | undefined): string | undefined {
  const location = headers?.get('location');
  if (status === undefined || status < 300 || status >= 400 || !location) return undefined;
  return URL.canParse(location) ? new URL(location).host : location.replace(/[?#].*$/, '');
}

/** Removes secrets from a text, in case a service repeats what it was sent. */
export function redact(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets.reduce<string>(
    (clean, secret) => (secret === undefined || secret === '' ? clean : clean.replaceAll(secret, '[key]')),
    text,
  );
}

/** The first sentence of what a service said: enough to understand, short enough for one line. */
export function shorten(text: string, characters = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= characters ? line : `${line.slice(0, characters)}…`;
}

/**
 * How long one request may take when nobody says otherwise. Services speak about 100 characters a second;
 * one that hangs must not hold up an issue.
 */
export function timeoutSecondsFor(text: string): number {
  return 10 + 0.04 * text.length;
}

/** A request that was given up. */
export function timeoutFailure(timeoutSeconds: number): ServiceFailure & { readonly message: string } {
  return { kind: 'timeout', message: `no answer within ${Math.round(timeoutSeconds)} s` };
}

/** The address of a service. @throws AudioEditionError (`input`) when it is none. */
export function parseBaseUrl(variable: string, given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new AudioEditionError(
    `${variable} is "${given}", which is no web address; write it like https://example.org/v1.`,
    { code: 'base-url-invalid', stage: 'speech', fault: 'input', data: { variable, given } },
  );
}
