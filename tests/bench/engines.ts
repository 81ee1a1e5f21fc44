import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config.js';
import { nodeHost } from '../../src/pipeline/node-host.js';
import { build } from '../../src/pipeline.js';
import { ENGINES } from '../../src/speech/engines/index.js';
import { speakScript } from '../../src/speech/speak-script.js';
import { scriptOf, TEST_VOICES } from '../speech/scripts.js';
import { nextMessage, row } from './measure.js';
import type { ServerAddresses, ServerReport } from './speech-server-process.js';

const SEGMENTS_PER_STORY = [10, 10, 10, 10, 10, 10];
const LATENCY_MS = 300;
const AT_ONCE = 5;
/** ElevenLabs' best format, as it is asked for when nothing is said. */
const VOICES = {
  ...TEST_VOICES,
  roles: { narrator: { elevenlabs: { voice: 'voice-anna' }, openai: { voice: 'alloy' } } },
};
const SERVER = fileURLToPath(new URL('./speech-server-process.ts', import.meta.url));

/**
 * How close an engine comes to what its account allows: 60 segments from a server that answers after 300 ms
 * and takes 5 requests at once. The goal is at most 1.10 of the ideal, from first request to last answer, and the
 * finished episode at most 2 s after the last take.
 */
export async function run(): Promise<void> {
  for (const { name } of ENGINES.filter(({ isRepeatable }) => !isRepeatable)) await benchEngine(name);
}

async function benchEngine(engine: string): Promise<void> {
  const numbers = [LATENCY_MS, AT_ONCE, ...SEGMENTS_PER_STORY];
  const server = fork(SERVER, numbers.map(String), { execArgv: process.execArgv });
  const takesDir = await mkdtemp(path.join(os.tmpdir(), 'bench-engines-'));
  try {
    const addresses = await nextMessage<ServerAddresses>(server);
    await speakAll(engine, addresses, takesDir);
    const finishedMs = performance.now();
    server.send('report');
    report(engine, await nextMessage<ServerReport>(server));
    await speakAll(engine, addresses, takesDir);
    row(`${engine}: the same again, nothing new`, `${(performance.now() - finishedMs).toFixed(0)} ms`);
    const { audioSeconds, seconds } = await buildEpisode(engine, addresses, takesDir);
    row(
      `${engine}: episode of ${audioSeconds.toFixed(0)} s after its last take (goal: at most 2 s)`,
      `${seconds.toFixed(2)} s`,
    );
  } finally {
    server.disconnect();
    await rm(takesDir, { recursive: true });
  }
}

function report(engine: string, { requests, spanSeconds, mostAtOnce }: ServerReport): void {
  const segments = SEGMENTS_PER_STORY.reduce((sum, count) => sum + count, 0);
  const idealSeconds = (Math.ceil(segments / AT_ONCE) * LATENCY_MS) / 1000;
  row(`${engine}: requests, most at once`, `${requests}, ${mostAtOnce}`);
  row(
    `${engine}: first request to last answer`,
    `${spanSeconds.toFixed(2)} s, ideal ${idealSeconds.toFixed(2)} s`,
  );
  row(`${engine}: ratio to the ideal (goal: at most 1.10)`, (spanSeconds / idealSeconds).toFixed(3));
}

async function speakAll(engine: string, addresses: ServerAddresses, takesDir: string): Promise<void> {
  await speakScript(scriptOf(...SEGMENTS_PER_STORY), {
    engine,
    voices: VOICES,
    environment: { ...addresses, elevenLabsApiKey: 'bench', openAiApiKey: 'bench' },
    takesDir,
    threads: os.availableParallelism(),
    signal: new AbortController().signal,
    decode: () => Promise.reject(new Error('the server sends samples and WAV only')),
  });
}

/** The same texts as an issue, built as a program does it: how long after the last take the edition is there. */
async function buildEpisode(engine: string, addresses: ServerAddresses, folder: string) {
  const issue = path.join(folder, 'issue.md');
  const voicesFile = path.join(folder, 'voices.json');
  const { stories } = scriptOf(...SEGMENTS_PER_STORY);
  const sections = stories.map(({ title, segments }) =>
    [`## ${title}`, ...segments.map(({ source }) => source)].join('\n\n'),
  );
  await writeFile(issue, ['# The bench', ...sections].join('\n\n'));
  await writeFile(voicesFile, JSON.stringify({ ...VOICES, engine }));
  const config = await loadConfig({
    directory: folder,
    voicesFile,
    environment: {
      ...addresses,
      elevenLabsApiKey: 'bench',
      openAiApiKey: 'bench',
      searchPath: process.env['PATH'] ?? '',
    },
  });
  let lastTakeMs = 0;
  const { edition } = await build(
    { issue, outDir: path.join(folder, 'out'), config },
    {
      ...nodeHost(),
      webFolder: 'dist/web',
      onEvent: ({ kind }) => {
        if (kind === 'speech') lastTakeMs = performance.now();
      },
    },
  );
  return { audioSeconds: edition.durationSeconds, seconds: (performance.now() - lastTakeMs) / 1000 };
}
