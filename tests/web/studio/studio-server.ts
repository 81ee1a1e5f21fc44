import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { build, type Environment, loadConfig, nodeHost, type PipelineHost } from '../../../src/index.js';
import { bundleWeb } from '../../../src/web/build/bundle.js';
import { type Job, ROUTES, TOKEN_HEADER } from '../../../src/web/studio/api.js';
import { type RunningStudio, serveStudio } from '../../../src/web/studio/serve-studio.js';

/** A letter and two stories, with a caption that is left out and a name that is written twice. */
export const ISSUE = `<html lang="en"><head><title>Tides</title></head><body>
<p>Dear friends,</p><p>The tide is in, says Ilse Vandermolen.</p><p>Ada</p>
<h2>The pier</h2><p>The pier is open again.</p>
<figure><img src="pier.jpg" alt=""><figcaption>The pier in May. Photograph: Lars Omdahl</figcaption></figure>
<p>Tickets cost $2.50 each.</p>
<h2>The bell</h2><p>The bell rings at noon.</p><p>Ilse Vandermolen rings it.</p></body></html>`;

/** A folder with the edition `tides` and the bundled pages, made once for a test file; copies are worked on. */
export interface Fixture {
  readonly folder: string;
  readonly webFolder: string;
  remove(): Promise<void>;
}

export async function buildFixture(): Promise<Fixture> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'audio-edition-studio-'));
  const webFolder = path.join(folder, 'web');
  await bundleWeb(webFolder);
  const config = await loadConfig({ directory: folder, environment: searchPath(), engine: 'local' });
  const host = { ...nodeHost(), webFolder };
  const source = { ...host.sources, readFile: async () => Buffer.from(ISSUE) };
  await build(
    { issue: 'tides.html', outDir: path.join(folder, 'output'), reading: { slug: 'tides' }, config },
    { ...host, sources: source },
  );
  return { folder, webFolder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Where ffmpeg is looked for; no keys. */
export function searchPath() {
  return { searchPath: process.env['PATH'] ?? '' };
}

export interface TestStudio extends RunningStudio {
  readonly folder: string;
  readonly outDir: string;
  get<T>(route: string): Promise<T>;
  post<T>(route: string, body?: object): Promise<T>;
  delete<T>(route: string, body?: object): Promise<T>;
  /** Ends the server and starts another one on the same folder. */
  restart(): Promise<TestStudio>;
  remove(): Promise<void>;
}

export interface StudioWorld {
  /** Changes the pipeline's world: other sources, another clock. */
  readonly host?: (host: PipelineHost) => PipelineHost;
  /** Keys and addresses beside the search path, and the engine that they are for. */
  readonly environment?: Environment;
  readonly engine?: string;
  readonly password?: string;
  readonly bound?: string;
}

/** Starts a studio on a copy of the fixture, or on an empty folder. */
export async function startStudio(
  fixture: Fixture,
  { isEmpty = false, ...world }: StudioWorld & { readonly isEmpty?: boolean } = {},
): Promise<TestStudio> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'audio-edition-studio-'));
  const outDir = path.join(folder, 'output');
  if (isEmpty) await mkdir(outDir);
  else await cp(path.join(fixture.folder, 'output'), outDir, { recursive: true, preserveTimestamps: true });
  return openStudio(folder, fixture.webFolder, world);
}

async function openStudio(folder: string, webFolder: string, world: StudioWorld): Promise<TestStudio> {
  const outDir = path.join(folder, 'output');
  const voices = path.join(folder, 'voices.json');
  const studio = await serveStudio({
    outDir,
    port: 0,
    version: '0.0.0',
    ...(world.bound === undefined ? {} : { host: world.bound }),
    ...(world.password === undefined ? {} : { password: world.password }),
    loadConfig: () =>
      loadConfig({
        directory: folder,
        environment: { ...searchPath(), ...world.environment },
        engine: world.engine ?? 'local',
      }),
    ...(world.engine === undefined ? {} : { engine: world.engine }),
    voices: { from: voices, file: voices },
    hostFor: (signal, onEvent) => {
      const host = { ...nodeHost({ signal, ...(onEvent && { onEvent }) }), webFolder };
      return world.host === undefined ? host : world.host(host);
    },
    onFailure: (error) => {
      throw error;
    },
  });
  const send = async <T>(method: string, route: string, body?: object): Promise<T> => {
    const answer = await fetch(new URL(route, studio.url), {
      method,
      headers: { 'content-type': 'application/json', [TOKEN_HEADER]: studio.token },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return {
    ...studio,
    folder,
    outDir,
    get: (route) => send('GET', route),
    post: (route, body) => send('POST', route, body),
    delete: (route, body) => send('DELETE', route, body),
    async restart() {
      await studio.close();
      return openStudio(folder, webFolder, world);
    },
    async remove() {
      await studio.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for a job's end by asking, as a script would. */
export async function finished(studio: TestStudio, { id }: Pick<Job, 'id'>): Promise<Job> {
  for (;;) {
    const job = await studio.get<Job>(ROUTES.job(id));
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** A request as it is written, also with headers and paths that `fetch` would mend. */
export function rawRequest(
  url: string,
  options: { path: string; method?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const { path: target, method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path: target, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces).toString('latin1'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
