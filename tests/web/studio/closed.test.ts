import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../src/index.js';
import { ROUTES, type StudioEdition, TOKEN_HEADER } from '../../../src/web/studio/api.js';
import { serveStudio } from '../../../src/web/studio/serve-studio.js';
import {
  buildFixture,
  type Fixture,
  type RawAnswer,
  rawRequest,
  startStudio,
  type TestStudio,
} from './studio-server.js';

let fixture: Fixture;
let studio: TestStudio;

beforeAll(async () => {
  fixture = await buildFixture();
  studio = await startStudio(fixture);
});
afterAll(async () => {
  await studio.remove();
  await fixture.remove();
});

type Asked = Parameters<typeof rawRequest>[1];

const ask = (options: Asked) => rawRequest(studio.url, options);
const codeOf = ({ body }: RawAnswer) => (JSON.parse(body) as { error: { code: string } }).error.code;

/** A write that is allowed, but for what a test changes. */
const write = (changes: Record<string, string | undefined> = {}, options: Partial<Asked> = {}) => {
  const headers = { 'content-type': 'application/json', [TOKEN_HEADER]: studio.token, ...changes };
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  return ask({
    path: ROUTES.orders('tides'),
    method: 'POST',
    body: JSON.stringify({
      order: { kind: 'segment-spoken', segment: 'letter/3', spoken: false },
      dry: true,
    }),
    ...options,
    headers: Object.fromEntries(given),
  });
};

describe('who is let in', () => {
  it('its own page', async () => {
    const { host } = new URL(studio.url);
    expect((await write({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await write()).status).toBe(200);
  });

  it.each([
    ['another host name (DNS rebinding)', { host: 'evil.example:80' }, 421, 'bad-host'],
    ['a host name that only looks local', { host: '127.0.0.1.evil.example' }, 421, 'bad-host'],
    ['another origin', { origin: 'http://evil.example' }, 403, 'bad-origin'],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403, 'bad-origin'],
    ['a page opened from disk', { origin: 'null' }, 403, 'bad-origin'],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }, 403, 'bad-origin'],
    ['another site of this machine', { 'sec-fetch-site': 'same-site' }, 403, 'bad-origin'],
    ['no token', { [TOKEN_HEADER]: undefined }, 403, 'bad-token'],
    ['a wrong token', { [TOKEN_HEADER]: 'x' }, 403, 'bad-token'],
    ['a form (no preflight)', { 'content-type': 'text/plain' }, 415, 'not-json'],
    ['no type', { 'content-type': undefined }, 415, 'not-json'],
    ['a type that only begins so', { 'content-type': 'application/json-patch' }, 415, 'not-json'],
  ])('not %s', async (_, headers, status, code) => {
    const answer = await write(headers as Record<string, string | undefined>);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('nobody from elsewhere, not even to read', async () => {
    for (const headers of [
      { host: 'evil.example' },
      { origin: 'http://evil.example' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'audio' },
    ]) {
      const answer = await ask({ path: ROUTES.episodeAudio('tides'), headers });
      expect([421, 403]).toContain(answer.status);
      expect(answer.body).not.toContain('ID3');
    }
  });

  it('those who follow a link to the page', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await ask({ path: '/', headers })).status).toBe(200);
  });

  it('other methods than those it has', async () => {
    for (const method of ['PUT', 'PATCH', 'OPTIONS', 'TRACE']) {
      const answer = await write({}, { method });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('what is changed', () => {
  it('nothing by reading: every GET leaves the draft as it is', async () => {
    for (const route of [
      ROUTES.undo('tides'),
      ROUTES.orders('tides'),
      ROUTES.previews('tides'),
      ROUTES.takeBack('tides'),
      '/api/issues',
    ]) {
      expect((await ask({ path: route })).status).toBe(404);
    }
    expect((await studio.get<StudioEdition>(ROUTES.edition('tides'))).draft.revision).toBe(0);
  });
});

describe('what is sent', () => {
  it('the page with its token, a strict policy, and nothing that others may frame or take', async () => {
    const { status, body, headers } = await ask({ path: '/' });
    expect(status).toBe(200);
    expect(body).toContain(`content="${studio.token}"`);
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect((await ask({ path: '/studio.js' })).headers['content-type']).toMatch(/^text\/javascript/);
  });

  it('the same policy with sound, errors and what is not there', async () => {
    for (const target of [ROUTES.episodeAudio('tides'), '/nowhere', ROUTES.edition('x')]) {
      const { headers } = await ask({ path: target });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it.each([
    '/api/editions/..%2f..%2fetc/audio',
    '/api/editions/%2e%2e/audio',
    '/api/editions/.audio-edition/audio',
    '/api/editions/tides%2f..%2ftides/audio',
    '/api/editions/latest',
    '/api/editions/tide',
    '/api/editions/tides/stories/..%2f..%2f..%2fetc%2fpasswd/audio',
    '/api/takes/..%2f..%2f..%2fetc%2fpasswd/audio',
    '/api/takes/%00/audio',
    '/api/issues/..%2f..%2fjobs',
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/studio.js/..%2f..%2findex.html',
  ])('nothing outside of the folder: %s', async (target) => {
    const { status, body } = await ask({ path: target });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toMatch(/root:|"private"/);
  });

  it('no file that a link leads to out of the folder', async () => {
    const outside = path.join(studio.folder, 'outside');
    await mkdir(outside, { recursive: true });
    await writeFile(path.join(outside, 'edition.json'), '{}');
    await symlink(outside, path.join(studio.outDir, 'linked'));
    const answer = await ask({ path: ROUTES.edition('linked') });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain(outside);
  });

  it('no sound that is a link to something else', async () => {
    const { stories } = await studio.get<StudioEdition>(ROUTES.edition('tides'));
    const slug = stories[2]?.slug ?? '';
    const file = path.join(studio.outDir, 'tides/stories/03-the-bell.mp3');
    await rm(file);
    await symlink(path.join(studio.folder, 'outside/edition.json'), file);
    const answer = await ask({ path: ROUTES.storyAudio('tides', slug) });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'file-missing']);
  });

  it('no body that is too large, also where nobody says its length', async () => {
    const large = JSON.stringify({ order: { kind: 'speech', segment: 'a', speech: 'x'.repeat(2_000_000) } });
    const answer = await write({}, { body: large });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large']);
    const chunked = await write({ 'transfer-encoding': 'chunked' }, { body: large });
    expect(chunked.status).toBe(413);
  });

  it('a sentence for what is no JSON, and for fields that are not known', async () => {
    for (const body of [
      '{',
      '[]',
      '"x"',
      'null',
      '{"order":{"kind":"speech","segment":1}}',
      '{"__proto__":{}}',
    ]) {
      const answer = await write({}, { body });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request']);
    }
  });

  it('keys to nobody', async () => {
    const key = 'sk-very-secret-key';
    const secret = await serveStudio({
      outDir: studio.outDir,
      port: 0,
      version: '0',
      loadConfig: async () => ({
        show: {
          title: 'S',
          author: 'S',
          description: 'S',
          language: 'en',
          categories: [],
          explicit: false,
        },
        voices: { engine: 'openai', roles: { narrator: { openai: { voice: 'x' } } }, lexicon: {} },
        engine: 'openai',
        environment: { openAiApiKey: key, openAiBaseUrl: 'http://127.0.0.1:1' },
      }),
      voices: { from: '', file: '' },
      hostFor: (signal) => ({ ...nodeHost({ signal }), webFolder: fixture.webFolder }),
      onFailure: () => undefined,
    });
    try {
      for (const target of ['/', ROUTES.session, ROUTES.voices, ROUTES.edition('tides'), ROUTES.editions]) {
        const { body } = await rawRequest(secret.url, { path: target });
        expect(body).not.toContain(key);
      }
    } finally {
      await secret.close();
    }
  });
});

describe('another machine', () => {
  it('is not let in at all without a password', async () => {
    await expect(startStudio(fixture, { bound: '0.0.0.0' })).rejects.toMatchObject({
      code: 'password-missing',
    });
  });

  it('is asked for it with everything', async () => {
    const locked = await startStudio(fixture, { bound: '0.0.0.0', password: 'tide-table' });
    try {
      const url = locked.url.replace('0.0.0.0', '127.0.0.1');
      const basic = (password: string) => ({
        authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}`,
      });
      for (const target of ['/', ROUTES.session, ROUTES.episodeAudio('tides'), '/studio.js', ROUTES.events]) {
        const without = await rawRequest(url, { path: target });
        expect(without.status).toBe(401);
        expect(without.headers['www-authenticate']).toMatch(/^Basic /);
        expect(without.body).not.toContain(locked.token);
        expect((await rawRequest(url, { path: target, headers: basic('tide') })).status).toBe(401);
      }
      const session = await rawRequest(url, { path: ROUTES.session, headers: basic('tide-table') });
      expect(session.status).toBe(200);
      expect(JSON.parse(session.body)).not.toHaveProperty('siteUrl');
    } finally {
      await locked.remove();
    }
  });
});
