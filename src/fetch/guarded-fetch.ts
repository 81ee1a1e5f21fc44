import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, type Response, fetch as undiciFetch } from 'undici';
import { AudioEditionError, messageOf } from '../errors.js';
import { isPublicAddress, literalAddress } from './public-address.js';

export interface GuardedFetchOptions {
  /** Permits addresses of the own machine and of private networks. */
  readonly allowPrivateNetwork?: boolean;
  /** Counted after decompression. Default 20 MB. */
  readonly maxBytes?: number;
  /** For everything: name look-up, redirects, body. Default 30. */
  readonly timeoutSeconds?: number;
  /** Default 5. */
  readonly maxRedirects?: number;
  /** How names are resolved; default the system's way. */
  readonly lookup?: LookupFunction;
}

/** What was fetched, and from where in the end. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly mediaType: string;
}

const DEFAULTS = { maxBytes: 20_000_000, timeoutSeconds: 30, maxRedirects: 5 } as const;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const ACCEPT =
  'text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,text/markdown,text/plain;q=0.9,*/*;q=0.5';

/**
 * Makes the one function by which the program fetches anything. An address is judged after it was resolved, at every
 * redirect, and exactly the judged address is connected to, so that neither odd spellings nor changing names lead into
 * a private network. Every refusal is an `AudioEditionError` (`input`) that says what was refused and why.
 */
export function guardedFetch(options: GuardedFetchOptions = {}): (address: string) => Promise<Fetched> {
  const limits = { ...DEFAULTS, ...options };
  const dispatcher = new Agent({ connect: { lookup: judgedLookup(options) }, pipelining: 0 });
  return async (address) => {
    const signal = AbortSignal.timeout(limits.timeoutSeconds * 1000);
    try {
      const { response, url } = await follow(address, limits, dispatcher, signal);
      return {
        bytes: await bodyOf(response, url, limits.maxBytes),
        url,
        mediaType: response.headers.get('content-type') ?? '',
      };
    } catch (error) {
      throw explained(error, address, signal, limits.timeoutSeconds);
    }
  };
}

interface Limits {
  readonly allowPrivateNetwork?: boolean;
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

async function follow(address: string, limits: Limits, dispatcher: Dispatcher, signal: AbortSignal) {
  let url = address;
  for (let hops = 0; hops <= limits.maxRedirects; hops++) {
    refuseUnfit(url, limits.allowPrivateNetwork === true);
    const response = await undiciFetch(url, {
      dispatcher,
      signal,
      redirect: 'manual',
      headers: { accept: ACCEPT },
    });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || !location) return { response: accepted(response, url), url };
    await response.body?.cancel();
    url = new URL(location, url).href;
  }
  throw refusal(`${address} redirects more than ${limits.maxRedirects} times.`, 'too-many-redirects');
}

function refuseUnfit(address: string, allowPrivate: boolean): void {
  if (!URL.canParse(address)) throw refusal(`"${address}" is no web address.`, 'address-invalid');
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    throw refusal(`${address} is neither http nor https.`, 'address-scheme');
  if (url.username || url.password)
    throw refusal('A web address with a name and a password in it is not fetched.', 'address-credentials');
  const literal = literalAddress(url.hostname);
  if (literal !== undefined && !allowPrivate && !isPublicAddress(literal))
    throw privateAddress(url.hostname, literal);
}

function accepted(response: Response, url: string): Response {
  if (response.ok) return response;
  throw refusal(`${url} answers with status ${response.status}; check the address.`, 'fetch-status');
}

/** Counts what comes out of the decoder, chunk by chunk: a packed body may be small and its content huge. */
async function bodyOf(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > maxBytes)
      throw refusal(
        `${url} is larger than ${Math.round(maxBytes / 1e6)} MB and is not read.`,
        'fetch-too-large',
      );
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Resolves a name, refuses it if any of its addresses is private, and hands on exactly what was judged. */
function judgedLookup(options: GuardedFetchOptions): LookupFunction {
  const resolve = options.lookup ?? (systemLookup as LookupFunction);
  return (hostname, lookupOptions, done) => {
    resolve(hostname, { ...lookupOptions, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const addresses = Array.isArray(found)
        ? found
        : [{ address: found, family: found.includes(':') ? 6 : 4 }];
      const bad = addresses.find(({ address }) => !options.allowPrivateNetwork && !isPublicAddress(address));
      const [first] = addresses;
      if (bad || !first) return done(privateAddress(hostname, bad?.address ?? 'nowhere'), '', 0);
      if (lookupOptions.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}

function privateAddress(host: string, address: string): AudioEditionError {
  return refusal(
    `${host} leads to ${address}, which is not in the public internet; --allow-private-network permits it.`,
    'address-private',
  );
}

function refusal(message: string, code: string): AudioEditionError {
  return new AudioEditionError(message, { code, stage: 'issue', fault: 'input' });
}

/** The fetch API wraps what the look-up threw; what a person needs is the innermost reason. */
function explained(
  error: unknown,
  address: string,
  signal: AbortSignal,
  timeoutSeconds: number,
): AudioEditionError {
  const reasons = [error, cause(error), cause(cause(error))];
  const own = reasons.find((reason) => reason instanceof AudioEditionError);
  if (own) return own;
  if (signal.aborted)
    return refusal(`${address} did not answer in full within ${timeoutSeconds} seconds.`, 'fetch-timeout');
  const innermost = reasons.filter((reason) => reason !== undefined).at(-1);
  return refusal(
    `${address} can't be fetched (${messageOf(innermost)}); check the address and the connection.`,
    'fetch-failed',
  );
}

function cause(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}
