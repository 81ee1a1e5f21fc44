import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Take } from '../../src/edition.js';
import type { AudioEditionError } from '../../src/errors.js';
import { engineFailureOf } from '../../src/speech/engine-failure.js';
import { openai } from '../../src/speech/engines/openai/description.js';
import { speakScript } from '../../src/speech/speak-script.js';
import { scriptSaying } from './scripts.js';
import { hum } from './server/synthetic-voice.js';
import { wavBytes } from './server/wav-bytes.js';
import { KEY, openStudio, type Studio } from './speaking.js';

/** Answers of servers that nobody has seen yet, given by hand. */
const TEXT = 'A sentence that is long enough to be judged by its pace.';
const SPEECH = hum(TEXT, 16_000);
const RAW = Buffer.from(SPEECH.samples.buffer);

let server: Server;
let studio: Studio;
let requests: IncomingMessage[] = [];
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await studio.close();
});

type Respond = (response: ServerResponse, request: number) => void;

async function speak(engine: 'elevenlabs' | 'openai', respond: Respond) {
  requests = [];
  server = createServer((request, response) => {
    requests.push(request);
    request.resume().on('end', () => respond(response, requests.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  studio = await openStudio();
  const environment = {
    elevenLabsApiKey: KEY,
    elevenLabsBaseUrl: url,
    openAiApiKey: KEY,
    openAiBaseUrl: `${url}/v1`,
  };
  const options = { ...studio.options, environment, engine, requestTimeoutSeconds: 1.5 };
  return speakScript(scriptSaying(TEXT), options);
}

async function take(engine: 'elevenlabs' | 'openai', respond: Respond): Promise<Take | undefined> {
  return (await speak(engine, respond)).value.get('story/1');
}

async function failure(engine: 'elevenlabs' | 'openai', respond: Respond): Promise<AudioEditionError> {
  return speak(engine, respond).then(
    () => Promise.reject(new Error('it went well')),
    (error: AudioEditionError) => error,
  );
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Respond => {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
};

const times = (change: (seconds: number, index: number) => number = (seconds) => seconds) => ({
  characters: [...TEXT],
  character_start_times_seconds: SPEECH.characters.map(({ startSeconds }, index) =>
    change(startSeconds, index),
  ),
  character_end_times_seconds: SPEECH.characters.map(({ endSeconds }, index) => change(endSeconds, index)),
});
const audio = { audio_base64: RAW.toString('base64') };

describe('times that ElevenLabs may send', () => {
  it.each([
    ['none', { ...audio }],
    ['null', { ...audio, alignment: null, normalized_alignment: null }],
    ['of half of the text', { ...audio, alignment: { ...times(), characters: [...TEXT.slice(0, 20)] } }],
    ['of null', { ...audio, alignment: { ...times(), character_end_times_seconds: [null] } }],
    ['that are words', { ...audio, alignment: 'none' }],
    ['that are not numbers', JSON.stringify({ ...audio, alignment: times() }).replace(/0\.12\b/, 'NaN')],
  ])('%s: the take is used, paid once, with estimated times', async (_, answer) => {
    const made = await take('elevenlabs', json(200, answer));
    expect(requests).toHaveLength(1);
    expect(made?.timingSource).toBe('estimated');
    expect(made?.timings).toHaveLength(TEXT.split(' ').length);
  });

  it.each([
    ['backwards', times((seconds, index) => (index > 20 && index < 40 ? seconds - 2 : seconds))],
    ['before the beginning', times((seconds) => seconds - 3)],
    ['beyond the end', times((seconds) => seconds * 2)],
  ])('%s: the take is made again twice, then named', async (_, alignment) => {
    const { value, notices } = await speak('elevenlabs', json(200, { ...audio, alignment }));
    expect(requests).toHaveLength(3);
    expect(notices.map(({ code }) => code)).toContain('take-suspicious');
    let before = 0;
    for (const { startSeconds, endSeconds } of value.get('story/1')?.timings ?? []) {
      expect(startSeconds).toBeGreaterThanOrEqual(before);
      expect(endSeconds).toBeGreaterThanOrEqual(startSeconds);
      before = endSeconds;
    }
    expect(before).toBeLessThanOrEqual(value.get('story/1')?.durationSeconds ?? 0);
  });

  it('are read from the normalized text where there are no others', async () => {
    const made = await take('elevenlabs', json(200, { ...audio, normalized_alignment: times() }));
    expect(made?.timingSource).toBe('engine');
  });
});

describe('answers with 200 that hold no take', () => {
  it.each([
    ['no audio field', json(200, { alignment: times() })],
    ['an empty audio field', json(200, { audio_base64: '', alignment: times() })],
    ['no JSON', json(200, '{"audio_base64": ')],
    ['an error', json(200, { detail: { status: 'oops', message: 'We are sorry.' } })],
  ])('%s: asked for twice more, then an error', async (_, respond) => {
    const error = await failure('elevenlabs', respond);
    expect(error.code).toBe('engine-broken');
    expect(requests).toHaveLength(3);
  });

  it('no answer at all: given up, also when memory is cleaned up meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    const error = await failure('elevenlabs', () => collectGarbage());
    expect(error.code).toBe('engine-timeout');
    expect(requests).toHaveLength(3);
  });

  it('a body that comes too slowly to ever end: given up', async () => {
    const error = await failure('openai', (response) => {
      response.writeHead(200, { 'content-type': 'audio/wav' });
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
    });
    expect(error.code).toBe('engine-timeout');
    expect(error.message).toMatch(/no answer within \d s/);
    expect(requests).toHaveLength(3);
  });
});

describe('audio of another kind than was asked for', () => {
  const wav = wavBytes(SPEECH.samples, 16_000);
  const stereo = new Int16Array(SPEECH.samples.length * 2);
  for (const [at, sample] of SPEECH.samples.entries()) stereo.set([sample, sample], at * 2);
  const stereoWav = wavBytes(stereo, 16_000);
  stereoWav.writeUInt16LE(2, 22);
  stereoWav.writeUInt16LE(4, 32);

  it.each([
    ['WAV in place of samples', wav],
    ['WAV in stereo', stereoWav],
    ['WAV that says it has 4 GB', wavBytes(SPEECH.samples, 16_000, { riff: 0xffffffff, data: 0xffffffff })],
    ['WAV that says it has nothing', wavBytes(SPEECH.samples, 16_000, { riff: 0, data: 0 })],
  ])('%s is as long as it is', async (_, bytes) => {
    const respond: Respond = (response) =>
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(bytes);
    expect((await take('openai', respond))?.durationSeconds).toBeCloseTo(RAW.length / 32_000, 0);
    expect(requests).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each([
    [429, { detail: { status: 'quota_exceeded', message: 'No.' } }, 'engine-quota', /used up/],
    [429, { detail: { message: 'You exceeded your current quota.' } }, 'engine-quota', /used up/],
    [402, { detail: { code: 'insufficient_credits', message: 'No.' } }, 'engine-quota', /used up/],
    [403, { detail: 'Forbidden' }, 'engine-key', /check ELEVENLABS_API_KEY/],
    [401, 'not JSON', 'engine-key', /check ELEVENLABS_API_KEY/],
    [404, { detail: { code: 'voice_not_found', message: 'No.' } }, 'engine-request', /voice/],
    [404, { detail: 'Not Found' }, 'engine-request', /check ELEVENLABS_BASE_URL/],
    [
      422,
      { detail: [{ loc: ['body', 'voice_settings', 'speed'], msg: 'Too fast' }] },
      'engine-request',
      /voice_settings\.speed: Too fast/,
    ],
  ])('%i %j ends it at once', async (status, body, code, says) => {
    const error = await failure('elevenlabs', json(status, body));
    expect([error.code, requests.length]).toEqual([code, 1]);
    expect(error.message).toMatch(says);
  });

  it.each([408, 409, 425, 429, 502, 529])('%i is worth another try', async (status) => {
    const good = json(200, { ...audio, alignment: times() });
    const refused = json(status, { detail: { message: 'Not now.' } }, { 'retry-after': '0' });
    const respond: Respond = (response, request) => (request === 1 ? refused : good)(response, request);
    expect(await take('elevenlabs', respond)).toBeDefined();
    expect(requests).toHaveLength(2);
  });

  it('a redirect is not followed and says where it leads', async () => {
    const error = await failure('elevenlabs', (response) =>
      response.writeHead(302, { location: 'https://elsewhere.example/v1?token=1' }).end(),
    );
    expect(error.message).toMatch(/elsewhere\.example\).*ELEVENLABS_BASE_URL/);
    expect(error.message).not.toContain('token');
    expect(requests).toHaveLength(1);
  });

  it.each([
    [429, { error: { message: 'You exceeded your current quota, check your billing.' } }, 'engine-quota'],
    [403, { error: { message: 'Not allowed' } }, 'engine-key'],
    [400, { detail: 'There is no such voice.' }, 'engine-request'],
  ])('of an OpenAI-compatible server: %i %j', async (status, body, code) => {
    const error = await failure('openai', json(status, body));
    expect([error.code, requests.length]).toEqual([code, 1]);
  });
});

describe('a service that is not there', () => {
  it.each([
    [
      'whose name nobody knows',
      'http://speech.invalid',
      /speech\.invalid.*no such host|could not be looked up/,
    ],
    ['where nothing listens', 'http://127.0.0.1:1', /nothing answers at this address/],
    ['that speaks no TLS', 'tls', /no safe connection/],
  ])('%s is named in a sentence, and costs nothing', async (_, address, says) => {
    server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    studio = await openStudio();
    const port = (server.address() as AddressInfo).port;
    const openAiBaseUrl = address === 'tls' ? `https://127.0.0.1:${port}` : address;
    const engine = await openai.open({ environment: { openAiBaseUrl }, threads: 1 });
    const request = { text: TEXT, voice: { voice: 'alloy' } };
    const error = await engine.speak(request, new AbortController().signal).catch((cause) => cause);
    expect(error.message).toMatch(says);
    expect(error.message).toContain('check OPENAI_BASE_URL and the network');
    expect(engineFailureOf(error)).toMatchObject({ kind: 'unreachable', isUnsent: true });
  });
});
