import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveOutput } from '../../../src/web/serve/serve-output.js';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'serve-'));
  const output = path.join(folder, 'output');
  const files: Record<string, string> = {
    'output/index.html': '<h1>Show</h1>',
    'output/feed.xml': '<rss/>',
    'output/one/index.html': '<h1>One</h1>',
    'output/one/one.mp3': '0123456789',
    'output/one/chapters.json': '{}',
    'output/one/transcript.vtt': 'WEBVTT',
    'output/one/transcript.srt': '1',
    'output/one/one.m4b': 'm4b',
    'output/one/one.opus': 'opus',
    'output/artwork.png': 'png',
    'output/player/audio-edition.js': 'export {}',
    'output/.audio-edition/lock': 'secret',
    'output-x/secret.txt': 'secret',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  await symlink(path.join(folder, 'output-x'), path.join(output, 'linked'));
  server = await serveOutput({ directory: output, port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** `fetch` tidies paths up and sets its own Host, so requests are made by hand. */
function ask(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    http
      .request({ hostname, port, path: target, headers, method }, (response) => {
        let body = '';
        response.setEncoding('latin1').on('data', (part) => {
          body += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
      .on('error', reject)
      .end();
  });
}

describe('serveOutput', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/one/', 'text/html; charset=utf-8'],
    ['/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['/one/one.mp3?v=01234567', 'audio/mpeg'],
    ['/one/chapters.json', 'application/json+chapters'],
    ['/one/transcript.vtt', 'text/vtt; charset=utf-8'],
    ['/one/transcript.srt', 'application/x-subrip; charset=utf-8'],
    ['/one/one.m4b', 'audio/mp4'],
    ['/one/one.opus', 'audio/ogg'],
    ['/artwork.png', 'image/png'],
    ['/player/audio-edition.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s', async (target, type) => {
    const answer = await ask(target);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=10-', 416, expect.anything(), 'bytes */10'],
    ['bytes=5-2', 200, '0123456789', undefined],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['lines=1', 200, '0123456789', undefined],
  ])('answers the range %s with %i', async (range, status, body, contentRange) => {
    const answer = await ask('/one/one.mp3', { range });
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  it('answers HEAD like GET, without a body', async () => {
    const answer = await ask('/one/one.mp3', {}, 'HEAD');
    expect([
      answer.status,
      answer.body,
      answer.headers['content-length'],
      answer.headers['accept-ranges'],
    ]).toEqual([200, '', '10', 'bytes']);
  });

  it('gives a strong ETag that saves sending the file again', async () => {
    const etag = (await ask('/one/one.mp3')).headers.etag ?? '';
    expect(etag).toMatch(/^"/);
    expect((await ask('/one/one.mp3', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('/one/one.mp3', { 'if-none-match': etag }, 'HEAD')).status).toBe(304);
    expect((await ask('/one/one.mp3', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await ask('/one/one.mp3', { range: 'bytes=0-1' }, 'HEAD')).headers['content-length']).toBe('2');
    expect((await ask('/one/one.mp3', { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await ask('/one/one.mp3', { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  });

  it.each([
    '/.audio-edition/lock',
    '/%2eaudio-edition/lock',
    '/../output-x/secret.txt',
    '/%2e%2e/output-x/secret.txt',
    '/..%2foutput-x/secret.txt',
    '/one/..%5c..%5csecret',
    '/linked/secret.txt',
    '/one/%00',
    '/missing',
    '/%',
  ])('shows nothing for %s', async (target) => {
    const answer = await ask(target);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toContain('secret');
  });

  it('answers only to its own name, so that a page elsewhere can not read it', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421);
    expect((await ask('/', { host: 'localhost:8080' })).status).toBe(200);
  });

  it('lets no page load scripts from elsewhere', async () => {
    expect((await ask('/')).headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('refuses to write', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('says what is wrong with a folder or a port', async () => {
    await expect(serveOutput({ directory: path.join(folder, 'none') })).rejects.toMatchObject({
      code: 'nothing-to-serve',
    });
    const port = Number(new URL(server.url).port);
    await expect(serveOutput({ directory: folder, port })).rejects.toMatchObject({
      code: 'address-not-usable',
      fault: 'input',
    });
  });
});
