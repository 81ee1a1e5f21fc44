import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Edition } from '../../src/edition.js';
import { type SpeechServerOptions, startSpeechServer } from '../speech/server/speech-server.js';
import { type Answer, audioEdition, type RunOptions, temporaryFolder } from './audio-edition.js';

export const KEY = 'sk-secret-key-of-the-newsroom';

/** Voices of the test's services, in formats that are quick to make. */
export const VOICES = {
  engine: 'elevenlabs',
  roles: {
    narrator: { elevenlabs: { voice: 'voice-anna', format: 'pcm_16000' }, openai: { voice: 'alloy' } },
  },
  lexicon: {},
};

/** Every text is long enough to be judged by its pace. */
export const ISSUE = `# Tides

## The pier

The pier is open again after a winter of repairs, and Quist sells tickets.

Whoever walks to its end can see the lighthouse and the old harbour wall.

All proceeds go to the lifeboat.

## The bell

The bell of the town hall rings at noon, as it has done for many years.

All proceeds go to the lifeboat.

## The choir

Quist sings with the choir on Thursday, in the hall behind the market.
`;

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** A folder with an issue and its settings, and a speech service that it can reach. */
export async function openNewsroom(serverOptions: SpeechServerOptions = {}) {
  const folder = await temporaryFolder();
  const server = await startSpeechServer({ keys: [KEY], ...serverOptions });
  onTestFinished(() => server.close());
  const env = {
    ELEVENLABS_API_KEY: KEY,
    ELEVENLABS_BASE_URL: server.elevenLabsBaseUrl,
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: server.openAiBaseUrl,
  };
  const write = (name: string, content: string | object) =>
    writeFile(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  await write('voices.json', VOICES);
  await write('issue.md', ISSUE);
  const run = (args: readonly string[], options: RunOptions = {}): Promise<Answer> =>
    audioEdition(args, { cwd: folder, ...options, env: { ...env, ...options.env } });
  return {
    folder,
    server,
    write,
    run,
    build: (...flags: readonly string[]) => run(['build', 'issue.md', '--slug', 'tides', ...flags]),
    /** Texts that the service was asked to speak since the last call. */
    asked: takeNew(() => server.seen.map(({ text }) => text)),
    async edition(): Promise<Edition> {
      return JSON.parse(await readFile(path.join(folder, 'output/tides/edition.json'), 'utf8')) as Edition;
    },
    /** How many takes are kept. */
    async kept(): Promise<number> {
      const takes = path.join(folder, 'output/.audio-edition/takes');
      const names = await readdir(takes, { recursive: true }).catch(() => []);
      return names.filter((name) => name.endsWith('.json')).length;
    },
    /** Names of what lies under `--out` for the public. */
    async published(): Promise<readonly string[]> {
      const names = await readdir(path.join(folder, 'output')).catch(() => []);
      return names.filter((name) => !name.startsWith('.'));
    },
    /** Every file's bytes as text, the program's own included. */
    async everything(): Promise<string> {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const texts = await Promise.all(
        files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'latin1')),
      );
      return texts.join('\n');
    },
  };
}

function takeNew<T>(all: () => readonly T[]): () => readonly T[] {
  let taken = 0;
  return () => {
    const found = all().slice(taken);
    taken += found.length;
    return found;
  };
}
