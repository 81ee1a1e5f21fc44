import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { AudioEditionError } from '../../index.js';
import { serveOutput } from '../serve/serve-output.js';
import { createApp } from './server/app.js';
import { SECURITY_HEADERS } from './server/guard.js';
import { lookAhead, openStudio } from './server/studio.js';
import type { StudioSettings } from './server/studio-settings.js';

export type { StudioSettings } from './server/studio-settings.js';

export interface ServeStudioOptions extends StudioSettings {
  /** Default `127.0.0.1`: reachable from this machine alone. */
  readonly host?: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Asked for with every request. Other machines are never let in without one. */
  readonly password?: string;
}

export interface RunningStudio {
  /** `http://127.0.0.1:8181/`. */
  readonly url: string;
  /** For programs that start it: needed for every write. */
  readonly token: string;
  /** Ends all work, and lets everyone go. */
  close(): Promise<void>;
}

/**
 * Serves the editor's page and its API.
 *
 * @throws AudioEditionError (`input`) when the address can't be used, and for an address that other machines
 *   reach without a password.
 */
export async function serveStudio(options: ServeStudioOptions): Promise<RunningStudio> {
  const { host = '127.0.0.1', port, password } = options;
  if (!isOwnMachine(host) && !password) throw passwordMissing(host);
  const token = randomBytes(24).toString('base64url');
  const site = isOwnMachine(host) ? await serveSite(options.outDir, host) : undefined;
  const studio = await openStudio(options, { token, ...(site === undefined ? {} : { siteUrl: site.url }) });
  const app = createApp(studio, {
    boundHost: host,
    token,
    ...(password === undefined ? {} : { password }),
  });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    void answer(request, response);
  });
  await listen(server, host, port).catch(async (error: unknown) => {
    await site?.close();
    throw error;
  });
  void lookAhead(studio);
  const { port: boundPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}/`,
    token,
    async close() {
      await Promise.all([studio.jobs.close(), site?.close()]);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Whether an address is reached from this machine alone. */
export function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * The published pages have a server of their own: they run scripts, and nothing that an issue brings into them may
 * ever speak with the studio's origin.
 */
async function serveSite(outDir: string, host: string) {
  return serveOutput({ directory: outDir, host, port: 0 });
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new AudioEditionError(
          `Can't listen on ${host}, port ${port} (${cause.message}); choose another one with --port or --host.`,
          { code: 'address-not-usable', stage: 'cli', fault: 'input', cause, data: { host, port } },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}

function passwordMissing(host: string): AudioEditionError {
  return new AudioEditionError(
    `The studio is not served on ${host} without a password, since other machines reach it there; give one with --password.`,
    { code: 'password-missing', stage: 'cli', fault: 'input', data: { host } },
  );
}
