import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The policy that the player must live with. */
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; img-src 'self'; connect-src 'self'";

/** A site for the player: its bundles, one sound, and what a test puts there. */
export interface Site {
  readonly url: string;
  /** Pages, manifests and styles by path (`/index.html`); a test changes them as it likes. */
  readonly files: Map<string, string>;
  /** Paths asked for, in order, with the range if there was one. */
  readonly requests: string[];
  /** While true, every connection is cut. */
  isDown: boolean;
  /** Sent with every answer; empty for none. */
  contentSecurityPolicy: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  mp3: 'audio/mpeg',
  svg: 'image/svg+xml',
};

/** Serves `bundleFolder` (what `bundleWeb` wrote) and the test's own files from 127.0.0.1, with byte ranges. */
export async function startSite(bundleFolder: string): Promise<Site> {
  const sound = await readFile(fileURLToPath(new URL('../../fixtures/player/tone-60s.mp3', import.meta.url)));
  const files = new Map<string, string>();
  const server = createServer(async (request, response) => {
    response.setHeader('content-security-policy', site.contentSecurityPolicy);
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    site.requests.push([path, request.headers.range].filter(Boolean).join(' '));
    if (site.isDown) {
      request.socket.destroy();
      return;
    }
    const own = files.get(path);
    if (own !== undefined) send(response, path, Buffer.from(own));
    else if (path.endsWith('tone-60s.mp3')) sendRange(response, path, sound, request.headers.range);
    else await sendBundled(response, bundleFolder, path);
  });
  const port = await listen(server);
  const site: Site = {
    url: `http://127.0.0.1:${port}`,
    files,
    requests: [],
    isDown: false,
    contentSecurityPolicy: strictPolicy,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return site;
}

function send(response: ServerResponse, path: string, body: Buffer, status = 200): void {
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

async function sendBundled(response: ServerResponse, folder: string, path: string): Promise<void> {
  const body = await readFile(`${folder}${path}`).catch(() => undefined);
  send(response, path, body ?? Buffer.from('not found'), body === undefined ? 404 : 200);
}

function sendRange(response: ServerResponse, path: string, body: Buffer, range: string | undefined): void {
  const [, first = '0', last = ''] = /bytes=(\d+)-(\d*)/.exec(range ?? '') ?? [];
  const [from, to] = [Number(first), last === '' ? body.length - 1 : Number(last)];
  response.setHeader('accept-ranges', 'bytes');
  if (range !== undefined) response.setHeader('content-range', `bytes ${from}-${to}/${body.length}`);
  send(response, path, body.subarray(from, to + 1), range === undefined ? 200 : 206);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
