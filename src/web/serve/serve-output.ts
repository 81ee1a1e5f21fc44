import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import send from 'send';
import { AudioEditionError, messageOf } from '../../errors.js';
import { contentType } from '../../store/content-types.js';
import { isAllowedHost } from './allowed-host.js';
import { plainRange } from './range.js';

export interface ServeOptions {
  /** The output folder. */
  readonly directory: string;
  /** Default `127.0.0.1`: reachable from this machine alone. */
  readonly host?: string;
  /** Default 8080; 0 takes any free one. */
  readonly port?: number;
}

export interface RunningServer {
  /** Where to listen: `http://127.0.0.1:8080/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves what is published in an output folder: `GET` and `HEAD`, one byte range, ETags, true types; nothing
 * private, nothing outside of the folder.
 *
 * @throws AudioEditionError (`input`) when the folder isn't there or the address can't be used.
 */
export async function serveOutput(options: ServeOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1';
  const root = await rootOf(options.directory);
  const server = createServer((request, response) => {
    answer(root, host, request, response).catch(() => refuse(response, 500));
  });
  await listen(server, host, options.port ?? 8080);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** For whatever lies in the folder; this program's own pages carry a stricter one. */
const POLICY = "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

async function answer(
  root: string,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', POLICY);
  if (!isAllowedHost(request.headers.host, host)) return refuse(response, 421);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405);
  }
  const target = pathOf(request.url ?? '/');
  const file = target === undefined ? undefined : await fileInside(root, target);
  if (target === undefined || file === undefined) return refuse(response, 404);
  const range = plainRange(request.headers.range, (await stat(file)).size);
  if (range === undefined) delete request.headers.range;
  else request.headers.range = range;
  send(request, target, { root, dotfiles: 'ignore', index: ['index.html'], cacheControl: false })
    .on('headers', (_response: ServerResponse, file: string, stats: { size: number; mtimeMs: number }) => {
      response.setHeader('Content-Type', contentType(file));
      response.setHeader('Cache-Control', 'no-cache');
      // Strong, as If-Range needs it: files are replaced, never written in place.
      response.setHeader('ETag', `"${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}"`);
    })
    .on('error', (error: { statusCode?: number; status?: number }) => refuse(response, error.status ?? 500))
    .pipe(response);
}

/** The path of a request, as it was sent: `send` decodes it once and refuses what leads out. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith('/')) return undefined;
  return url.replace(/[?#].*$/s, '');
}

/** The file or folder that a path leads to; nothing where there is none, or where a link leads out of the root. */
async function fileInside(root: string, target: string): Promise<string | undefined> {
  try {
    const file = await realpath(path.join(root, decodeURIComponent(target)));
    return file === root || file.startsWith(root + path.sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.removeHeader('Content-Length');
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status} ${REASONS[status] ?? 'Refused'}\n`);
}

const REASONS: Readonly<Record<number, string>> = {
  404: 'Not found',
  405: 'Only GET and HEAD',
  416: 'This range is not in the file',
  421: 'This server does not answer to that host name',
  500: 'The file could not be read',
};

async function rootOf(directory: string): Promise<string> {
  try {
    const root = await realpath(directory);
    if ((await stat(root)).isDirectory()) return root;
  } catch {
    // Said below.
  }
  throw new AudioEditionError(
    `${directory} is not a folder that can be served; build an edition first, or name its folder with --out.`,
    { code: 'nothing-to-serve', stage: 'store', fault: 'input', data: { directory } },
  );
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new AudioEditionError(
          `Can't listen on ${host}, port ${port} (${messageOf(cause)}); choose another one with --port or --host.`,
          { code: 'address-not-usable', stage: 'store', fault: 'input', cause, data: { host, port } },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}
