import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { AudioEditionError } from '../../src/errors.js';
import { speakScript } from '../../src/speech/speak-script.js';
import { scriptOf, scriptSaying, sentence, TEST_VOICES } from './scripts.js';
import {
  type Fault,
  QUOTA_USED_UP,
  type SeenRequest,
  type SpeechServerOptions,
} from './server/speech-server.js';
import { KEY, openStudio, type Studio } from './speaking.js';

let studio: Studio;
afterEach(() => studio.close());

const open = async (options: SpeechServerOptions = {}) => {
  studio = await openStudio(options);
  return studio;
};

const firstTime = (fault: Fault) => (request: SeenRequest) => (request.earlier === 0 ? fault : undefined);
const rejection = (promise: Promise<unknown>): Promise<AudioEditionError> =>
  promise.then(
    () => Promise.reject(new Error('it went well')),
    (error: AudioEditionError) => error,
  );

const PASSING_FAULTS: readonly (Fault & { readonly name?: string })[] = [
  { kind: 'busy' },
  { kind: 'busy', retryAfter: '0.2' },
  { kind: 'status', status: 500, code: 'internal_error', message: 'Oops' },
  { kind: 'status', status: 503, code: 'system_busy', message: 'System busy' },
  { kind: 'reset-before' },
  { kind: 'reset-middle' },
  { kind: 'empty' },
  { kind: 'html' },
];

describe.each(['elevenlabs', 'openai'])('%s', (engine) => {
  it.each(PASSING_FAULTS)('survives $kind $status $retryAfter once for every request', async (fault) => {
    const { server, options } = await open({ fault: firstTime(fault) });
    const { value } = await speakScript(scriptOf(2), { ...options, engine });
    expect(value.size).toBe(2);
    expect(server.seen).toHaveLength(4);
  });

  it.each(['hang', 'hang-in-body'] as const)(
    'gives up on an answer that never ends (%s) and asks again',
    async (kind) => {
      const { server, options } = await open({ fault: firstTime({ kind }) });
      const { value } = await speakScript(scriptOf(1), { ...options, engine, requestTimeoutSeconds: 0.5 });
      expect(value.size).toBe(1);
      expect(server.seen).toHaveLength(2);
    },
  );

  it('waits as long as Retry-After says, with all its requests', async () => {
    let sentBackMs = 0;
    const { server, options } = await open({
      fault: () => {
        if (sentBackMs > 0) return undefined;
        sentBackMs = performance.now();
        return { kind: 'busy', retryAfter: '1' };
      },
    });
    await speakScript(scriptOf(4), { ...options, engine, concurrency: 1 });
    const [, ...later] = server.seen;
    for (const { atMs } of later) expect(atMs - sentBackMs).toBeGreaterThan(999);
  });

  it('never asks again for what can not succeed, and names story, words and cause', async () => {
    const refused: Fault = {
      kind: 'status',
      status: 400,
      code: 'invalid_voice_settings',
      message: 'Speed is wrong.',
    };
    const { server, options } = await open({
      fault: ({ text }) => (text.includes('bakery') ? refused : undefined),
    });
    const error = await rejection(speakScript(scriptOf(1, 3), { ...options, engine, concurrency: 1 }));
    expect(error).toBeInstanceOf(AudioEditionError);
    expect(error.fault).toBe('failure');
    expect(error.message).toMatch(/Story 2.*A small bakery.*400.*Speed is wrong/s);
    expect(server.seen.filter(({ text }) => text.includes('bakery'))).toHaveLength(1);
  });

  it('keeps what was finished when it fails, and pays for nothing twice afterwards', async () => {
    const { server, options } = await open({
      fault: ({ text }) => (text.includes('number four') ? QUOTA_USED_UP : undefined),
    });
    const script = scriptOf(6);
    await rejection(speakScript(script, { ...options, engine, concurrency: 2 }));
    const finished = server.seen.filter(({ text }) => !text.includes('number four')).map(({ text }) => text);
    expect(finished.length).toBeGreaterThanOrEqual(4);
    server.options = { keys: [KEY] };
    const before = server.seen.length;
    expect((await speakScript(script, { ...options, engine })).value.size).toBe(6);
    const again = server.seen.slice(before).map(({ text }) => text);
    expect(again.filter((text) => finished.includes(text))).toEqual([]);
  });

  it('shows its key in no message, no notice and no file', async () => {
    const { options } = await open({ keys: ['another-key'] });
    const error = await rejection(speakScript(scriptOf(1), { ...options, engine }));
    expect(error.message).toMatch(/refused the key.*_API_KEY/);
    expect(inspect(error, { depth: 10 })).not.toContain(KEY);
    const files = await readdir(options.takesDir, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      expect(await readFile(path.join(file.parentPath, file.name), 'latin1')).not.toContain(KEY);
    }
  });

  it('ends at once when it is interrupted, and keeps every finished take', async () => {
    const { server, options } = await open({
      latencyMs: 50,
      fault: ({ text }) => (text.includes('number five.') ? { kind: 'hang' } : undefined),
    });
    const controller = new AbortController();
    const script = scriptOf(8);
    let done = 0;
    const speaking = speakScript(script, {
      ...options,
      engine,
      signal: controller.signal,
      onEvent: (event) => {
        if (event.kind === 'progress') done = event.segmentsDone;
        if (done === 7) controller.abort(new Error('interrupted'));
      },
    });
    await expect(speaking).rejects.toThrow('interrupted');
    server.options = { keys: [KEY] };
    const before = server.seen.length;
    await speakScript(script, { ...options, engine });
    expect(server.seen.slice(before).map(({ text }) => text.includes('number five.'))).toEqual([true]);
  });

  it('sends its key to no other host', async () => {
    const { options, environment } = await open();
    const elsewhere: string[] = [];
    const { createServer } = await import('node:http');
    const redirecting = createServer((request, response) => {
      elsewhere.push(request.url ?? '');
      response.writeHead(307, { location: `${studio.server.elevenLabsBaseUrl}${request.url}` }).end();
    });
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    const address = redirecting.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const moved = {
      ...environment,
      elevenLabsBaseUrl: `http://127.0.0.1:${port}`,
      openAiBaseUrl: `http://127.0.0.1:${port}/v1`,
    };
    const controller = new AbortController();
    const speaking = speakScript(scriptOf(1), {
      ...options,
      engine,
      environment: moved,
      signal: controller.signal,
    });
    speaking.catch(() => undefined);
    while (elsewhere.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 200));
    controller.abort();
    await expect(speaking).rejects.toBeDefined();
    redirecting.closeAllConnections();
    redirecting.close();
    expect(studio.server.seen).toEqual([]);
  });
});

describe('the limit of an account', () => {
  it('is never exceeded once the service has said it', async () => {
    const { server, options } = await open({ latencyMs: 30, maximumAtOnce: 2, tellsMaximum: true });
    expect((await speakScript(scriptOf(12), options)).value.size).toBe(12);
    const refused = server.seen.length - 12;
    expect(refused).toBeLessThanOrEqual(3);
    expect(server.mostAtOnce).toBe(2);
  });

  it('is found out by complaints where the service says nothing', async () => {
    const { server, options } = await open({ latencyMs: 30, maximumAtOnce: 2 });
    expect((await speakScript(scriptOf(12), options)).value.size).toBe(12);
    expect(server.mostAtOnce).toBe(2);
  });

  it('stays below what the user says', async () => {
    const { server, options } = await open({ latencyMs: 30, maximumAtOnce: 9, tellsMaximum: true });
    await speakScript(scriptOf(10), { ...options, concurrency: 3 });
    expect(server.mostAtOnce).toBeLessThanOrEqual(3);
  });
});

describe('the next engine', () => {
  const voices = { ...TEST_VOICES, fallback: ['openai'] };

  it('speaks whole stories when the first can not finish, and is replaced by the next build', async () => {
    const { server, options } = await open({
      fault: ({ service, text }) =>
        service === 'elevenlabs' && text.includes('number three') ? QUOTA_USED_UP : undefined,
    });
    const script = scriptOf(3, 2, 1);
    const { value, notices } = await speakScript(script, { ...options, voices, concurrency: 1 });
    const enginesOf = (takes: typeof value) =>
      script.stories.map((story) =>
        [...new Set(story.segments.map(({ id }) => takes.get(id)?.engine))].join(),
      );
    expect(enginesOf(value)).toEqual(['elevenlabs', 'openai', 'openai']);
    expect([...value.values()].map(({ provisional }) => provisional ?? false)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(notices.filter(({ code }) => code === 'story-provisional').map(({ story }) => story)).toEqual([
      'story-2',
      'story-3',
    ]);
    server.options = { keys: [KEY] };
    const repaired = await speakScript(script, { ...options, voices });
    expect(enginesOf(repaired.value)).toEqual(['elevenlabs', 'elevenlabs', 'elevenlabs']);
    expect(repaired.notices.filter(({ code }) => code === 'story-provisional')).toEqual([]);
  });

  it('does not step in for a request that would be refused by any', async () => {
    const { options } = await open({ keys: ['another'] });
    const error = await rejection(speakScript(scriptOf(1), { ...options, voices }));
    expect(error.code).toBe('engine-key');
  });

  it('is asked for its voices before anything is paid for', async () => {
    const { server, options } = await open();
    const { openai: _, ...withoutOpenAi } = TEST_VOICES.roles['narrator'] ?? {};
    const error = await rejection(
      speakScript(scriptOf(1), { ...options, voices: { ...voices, roles: { narrator: withoutOpenAi } } }),
    );
    expect([error.code, error.fault]).toEqual(['voice-missing', 'input']);
    expect(server.seen).toEqual([]);
  });
});

describe('what ElevenLabs is asked for', () => {
  it('steps down to the best format that the plan includes, and says so', async () => {
    const { server, options } = await open({ formats: ['mp3_44100_128'] });
    const voices = { ...TEST_VOICES, roles: { narrator: { elevenlabs: { voice: 'voice-anna' } } } };
    const { value, notices } = await speakScript(scriptOf(3), { ...options, voices, concurrency: 1 });
    expect(value.size).toBe(3);
    expect(server.seen.map(({ format }) => format)).toEqual([
      'pcm_44100',
      'mp3_44100_192',
      'mp3_44100_128',
      'mp3_44100_128',
      'mp3_44100_128',
    ]);
    expect(notices.map(({ code }) => code)).toContain('format-fallback');
  });

  it('gives neighbours as context, and leaves them out for a model that refuses them', async () => {
    const { server, options } = await open();
    await speakScript(scriptSaying(sentence(1), sentence(2), sentence(3)), options);
    const middle = server.seen.find(({ text }) => text === sentence(2));
    expect(middle?.body).toMatchObject({
      previous_text: sentence(1),
      next_text: sentence(3),
      apply_text_normalization: 'off',
    });
    const roles = { narrator: { elevenlabs: { voice: 'voice-anna', model: 'eleven_v3', stability: 0.5 } } };
    const { value } = await speakScript(scriptSaying(sentence(4), sentence(5)), {
      ...options,
      voices: { ...TEST_VOICES, roles },
    });
    expect(value.size).toBe(2);
    const last = server.seen.at(-1);
    expect(last?.body).toMatchObject({ model_id: 'eleven_v3', voice_settings: { stability: 0.5 } });
    expect(last?.body).not.toHaveProperty('previous_text');
  });

  it('cuts a text above the limit between sentences and returns one take', async () => {
    const { server, options } = await open();
    const roles = {
      narrator: { elevenlabs: { voice: 'voice-anna', model: 'eleven_v3', format: 'pcm_8000' } },
    };
    const text = Array.from({ length: 70 }, (_, index) => sentence(index)).join(' ');
    const { value } = await speakScript(scriptSaying(text), {
      ...options,
      voices: { ...TEST_VOICES, roles },
    });
    expect(server.seen.length).toBeGreaterThan(1);
    for (const { text: part } of server.seen) {
      expect(part.length).toBeLessThanOrEqual(5000);
      expect(part).toMatch(/[.]$/);
    }
    const take = value.get('story/1');
    const lastWord = take?.timings.at(-1);
    expect(lastWord && text.slice(...lastWord.speech)).toBe(text.split(' ').at(-1));
    expect(Math.abs((lastWord?.endSeconds ?? 0) - (take?.speechEndSeconds ?? 0))).toBeLessThan(0.4);
  });

  it('lives without timestamps', async () => {
    const { options } = await open({ omitsAlignment: true });
    const { value } = await speakScript(scriptOf(1), options);
    expect([...value.values()].map(({ timingSource }) => timingSource)).toEqual(['estimated']);
  });
});
