import { realpath } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import send from 'send';
import * as v from 'valibot';
import { MAX_BODY_BYTES } from './limits.js';
import { refused, tooLarge } from './refusals.js';

/** What every route knows of its request: Node's own objects, for files with ranges. */
export interface HttpEnvironment {
  Bindings: HttpBindings;
}

export type HttpContext = Context<HttpEnvironment>;

/**
 * A request's JSON by its schema.
 *
 * @param maxBytes More than these are not even read.
 * @throws AudioEditionError `bad-request` that names the field and says what is wrong with it; `too-large`.
 */
export async function bodyOf<T>(
  { env }: HttpContext,
  schema: v.GenericSchema<unknown, T>,
  maxBytes = MAX_BODY_BYTES,
): Promise<T> {
  const text = await readText(env.incoming, maxBytes);
  const result = v.safeParse(schema, parseJson(text), { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue) ?? 'the request';
  throw refused('bad-request', `${field}: ${issue.message}.`);
}

async function readText(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  let bytes = 0;
  // The connection stays, or nobody would hear why.
  for await (const piece of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    // A prototype is nobody's to set.
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw refused('bad-request', 'The request is not JSON.');
  }
}

async function isInside(root: string, name: string): Promise<boolean> {
  try {
    const [folder, file] = await Promise.all([realpath(root), realpath(path.join(root, name))]);
    return file.startsWith(folder + path.sep);
  } catch {
    return false;
  }
}

export interface SentFile {
  /** A folder of which nothing outside is sent. */
  readonly root: string;
  /** Relative to `root`, with `/`. */
  readonly name: string;
  readonly mediaType: string;
  /** The bytes under this address are always the same. */
  readonly isImmutable: boolean;
}

/**
 * Sends a file with byte ranges and an ETag, as media players need it.
 *
 * @throws AudioEditionError `file-missing` also for one that a link leads to out of the folder.
 */
export async function sendFile(
  { env }: HttpContext,
  { root, name, mediaType, isImmutable }: SentFile,
): Promise<Response> {
  if (!(await isInside(root, name))) throw refused('file-missing', 'This file is not there.');
  const { incoming, outgoing } = env;
  const address = `/${name.split('/').map(encodeURIComponent).join('/')}`;
  send(incoming, address, { root, dotfiles: 'allow', cacheControl: false, index: false })
    .on('headers', (_response, _file, stats: { size: number; mtimeMs: number }) => {
      outgoing.setHeader('Content-Type', mediaType);
      outgoing.setHeader('Cache-Control', isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache');
      outgoing.setHeader('ETag', `"${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}"`);
    })
    .on('error', (error: { readonly status?: number }) => {
      if (outgoing.headersSent) return void outgoing.destroy();
      const status = error.status ?? 500;
      outgoing.writeHead(status, { 'Content-Type': 'application/json' });
      const message = status === 416 ? 'This range is not in the file.' : 'This file is not there.';
      outgoing.end(JSON.stringify({ error: { code: 'file-not-sent', message } }));
    })
    .pipe(outgoing);
  return RESPONSE_ALREADY_SENT;
}
