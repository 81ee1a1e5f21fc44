import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/speech/engines/elevenlabs/sdk.js';
import { REPOSITORY } from './audio-edition.js';
import { openNewsroom } from './newsroom.js';

const execute = promisify(execFile);

type Sdk = typeof library;

const BUNDLE = path.join(REPOSITORY, 'dist/speech/engines/elevenlabs/sdk.js');
const bundle: Sdk = await import(pathToFileURL(BUNDLE).href);

/** Prints how many CommonJS files, as the SDK's are, a module brings along. */
const COUNT_FILES_LOADED =
  'import(process.argv[1]).then(() => process.stdout.write(String(Object.keys(require.cache).length)))';

describe('ElevenLabs in the built program', () => {
  it('is the part of its SDK that is used, with its licence, and loads nothing else of it', async () => {
    const code = await readFile(BUNDLE, 'utf8');
    expect(code.length).toBeLessThan(500_000);
    expect(code).toContain('Copyright (c)');
    const { stdout } = await execute(process.execPath, [
      '--eval',
      COUNT_FILES_LOADED,
      pathToFileURL(BUNDLE).href,
    ]);
    expect(stdout).toBe('0');
  });

  it('lists voices, and says what the service says of a voice that it does not have', async () => {
    const { run, build, write } = await openNewsroom();
    const voices = await run(['voices', '--engine', 'elevenlabs']);
    expect(voices.code, voices.stderr).toBe(0);
    expect(voices.stdout).toContain('voice-anna');
    await write('voices.json', {
      engine: 'elevenlabs',
      roles: { narrator: { elevenlabs: { voice: 'voice-nobody' } } },
      lexicon: {},
    });
    const refused = await build();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/voice-nobody/);
  });
});

/** Every call that the program makes, with an answer that the service could give. */
const CALLS: readonly {
  readonly call: string;
  readonly make: (sdk: Sdk, options: ClientOptions) => PromiseLike<unknown>;
  readonly answer: unknown;
}[] = [
  {
    call: 'speech with its times',
    make: (sdk, options) =>
      new sdk.TextToSpeechClient(options).convertWithTimestamps('a voice/and more', {
        text: 'The pier.',
        modelId: 'eleven_v3',
        outputFormat: 'pcm_44100',
        seed: 7,
        applyTextNormalization: 'off',
        voiceSettings: { stability: 0.5, similarityBoost: 0.7, speed: 1.1, useSpeakerBoost: true },
        previousText: 'Before.',
      }),
    answer: {
      audio_base64: 'AAAA',
      alignment: {
        characters: ['T', 'h'],
        character_start_times_seconds: [0, 0.1],
        character_end_times_seconds: [0.1, 0.2],
      },
      something_new: true,
    },
  },
  {
    call: 'a page of voices',
    make: (sdk, options) => new sdk.VoicesClient(options).search({ pageSize: 100, nextPageToken: 'two' }),
    answer: {
      voices: [{ voice_id: 'anna', name: 'Anna', labels: { accent: 'none' }, category: 'cloned' }],
      has_more: true,
      total_count: 2,
      next_page_token: 'three',
    },
  },
  {
    call: 'what is left of the account',
    make: (sdk, options) => new sdk.SubscriptionClient(options).get(),
    answer: { tier: 'creator', character_count: 3, character_limit: 10 },
  },
  {
    call: 'a transcript',
    make: (sdk, options) =>
      new sdk.SpeechToTextClient(options).convert({
        file: new Blob([new Uint8Array(4)], { type: 'audio/wav' }),
        modelId: 'scribe_v1',
      }),
    answer: { language_code: 'en', language_probability: 1, text: 'The pier.', words: [] },
  },
];

const REFUSALS = [
  { status: 401, body: { detail: { status: 'invalid_api_key', message: 'No.' } } },
  { status: 422, body: { detail: [{ loc: ['body', 'text'], msg: 'too long', type: 'value' }] } },
  { status: 500, body: 'not JSON' },
  { status: 200, body: { nothing: 'that was asked for' } },
];

describe('the bundled SDK', () => {
  it.each(CALLS)(
    'asks for $call, and reads the answer as the whole library does',
    async ({ make, answer }) => {
      for (const given of [{ status: 200, body: answer }, ...REFUSALS])
        expect(await exchange(bundle, make, given)).toEqual(await exchange(library, make, given));
    },
  );
});

interface ClientOptions {
  readonly apiKey: string;
  readonly maxRetries: number;
  readonly fetch: typeof fetch;
}

/** What one call sends, and what comes of the answer. */
async function exchange(
  sdk: Sdk,
  make: (sdk: Sdk, options: ClientOptions) => PromiseLike<unknown>,
  { status, body }: { readonly status: number; readonly body: unknown },
) {
  const sent: unknown[] = [];
  const options: ClientOptions = {
    apiKey: 'a-key',
    maxRetries: 0,
    fetch: async (url, init) => {
      const { method, headers, body: form } = init ?? {};
      const fields = form instanceof FormData ? [...form.keys()] : form;
      sent.push({ url: String(url), method, headers: [...new Headers(headers)], fields });
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
  return { sent, came: await Promise.resolve(make(sdk, options)).catch(describeError) };
}

/** An error as `failures.ts` reads it. */
function describeError(error: Error & { readonly statusCode?: number; readonly body?: unknown }) {
  const { name, message, statusCode, body } = error;
  return { name, message, statusCode, body };
}
