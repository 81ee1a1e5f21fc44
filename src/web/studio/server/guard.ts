import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { isAllowedHost } from '../../serve/allowed-host.js';
import { type ApiError, TOKEN_HEADER } from '../api.js';
import type { HttpEnvironment } from './http.js';

/** What a request must have to be answered. */
export interface GuardRules {
  /** The address that the server is bound to. */
  readonly boundHost: string;
  readonly token: string;
  /** Asked for with every request where it is set. */
  readonly password?: string;
}

/**
 * Headers of every answer. The page runs its own script and nothing else, whatever an issue holds; no other page
 * may frame it or take anything from here.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

interface Refusal extends Omit<ApiError['error'], never> {
  readonly status: 401 | 403 | 405 | 415 | 421;
}

/**
 * Turns away what is not from the studio's own page or from a program on purpose: other host names (DNS
 * rebinding), other origins, writes without the token or as anything but JSON, and all without the password where
 * there is one.
 */
export function guard(rules: GuardRules): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const refusal = refusalOf(context.req.method, (name) => context.req.header(name), rules);
    if (refusal === undefined) return next();
    const { status, code, message } = refusal;
    if (status === 401)
      context.header('WWW-Authenticate', 'Basic realm="audio-edition studio", charset="UTF-8"');
    return context.json({ error: { code, message } } satisfies ApiError, status);
  };
}

type HeaderOf = (name: string) => string | undefined;

function refusalOf(method: string, header: HeaderOf, rules: GuardRules): Refusal | undefined {
  if (!isAllowedHost(header('host'), rules.boundHost))
    return { status: 421, code: 'bad-host', message: 'This server does not answer to that host name.' };
  if (!isOwnOrigin(method, header))
    return { status: 403, code: 'bad-origin', message: 'Another page may not ask the studio.' };
  if (rules.password !== undefined && !hasPassword(header('authorization'), rules.password))
    return { status: 401, code: 'password-needed', message: 'The studio asks for its password.' };
  if (READING.has(method)) return undefined;
  if (method !== 'POST' && method !== 'DELETE')
    return { status: 405, code: 'bad-method', message: 'Only GET, POST and DELETE are understood.' };
  if (!/^application\/json\s*(;|$)/i.test(header('content-type') ?? ''))
    return { status: 415, code: 'not-json', message: 'Send JSON, with Content-Type: application/json.' };
  if (!isSame(header(TOKEN_HEADER) ?? '', rules.token))
    return {
      status: 403,
      code: 'bad-token',
      message: `The header ${TOKEN_HEADER} has not the token of this run; GET /api/session says it.`,
    };
  return undefined;
}

/** A browser says where a request comes from; a link that is followed to the page is nobody's attack. */
function isOwnOrigin(method: string, header: HeaderOf): boolean {
  const origin = header('origin');
  if (origin !== undefined && origin !== `http://${header('host')}`) return false;
  const site = header('sec-fetch-site') ?? 'none';
  if (site === 'same-origin' || site === 'none') return true;
  return (
    READING.has(method) && header('sec-fetch-mode') === 'navigate' && header('sec-fetch-dest') === 'document'
  );
}

/** Any user name will do. */
function hasPassword(authorization: string | undefined, password: string): boolean {
  const [, encoded = ''] = /^Basic (\S+)$/i.exec(authorization ?? '') ?? [];
  const given = Buffer.from(encoded, 'base64').toString('utf8');
  return given.includes(':') && isSame(given.slice(given.indexOf(':') + 1), password);
}

/** Takes as long for a nearly right one as for a wrong one. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
