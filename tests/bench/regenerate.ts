import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config.js';
import type { Edition, Take } from '../../src/edition.js';
import { type EditionState, readState } from '../../src/pipeline/edition-state.js';
import { nodeHost } from '../../src/pipeline/node-host.js';
import { regenerate } from '../../src/pipeline/regenerate/regenerate.js';
import { takesFolderOf } from '../../src/pipeline/workshop.js';
import { TakeStore } from '../../src/speech/takes.js';
import { encodeStory } from '../../src/stitch/encode-story.js';
import { type Ffmpeg, findFfmpeg } from '../../src/stitch/ffmpeg.js';
import { joinEpisode } from '../../src/stitch/join-episode.js';
import { openDiskStore } from '../../src/store/disk/disk-store.js';
import { sentence, TEST_VOICES } from '../speech/scripts.js';
import { nextMessage, row, runAudioEdition, timed } from './measure.js';
import type { ServerAddresses, ServerReport } from './speech-server-process.js';

const LATENCY_MS = 300;
const AT_ONCE = 5;
const STORIES = 8;
const PARAGRAPHS = 12;
const SENTENCES = 3;
const SERVER = fileURLToPath(new URL('./speech-server-process.ts', import.meta.url));

/** Which paragraphs of which stories say something new. */
type Changes = Readonly<Record<number, number>>;

/**
 * One paragraph of an edition of 25 minutes is changed and published, with takes from a server that answers after
 * 300 ms: the command as a whole, and the library's call against what can't be avoided (the answer, the encode of
 * this story, the joining).
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'audio-edition-bench-'));
  const server = fork(SERVER, [LATENCY_MS, AT_ONCE].map(String), { execArgv: process.execArgv });
  try {
    const addresses = await nextMessage<ServerAddresses>(server);
    const bench = new Bench(folder, addresses, async () => {
      server.send('report');
      return (await nextMessage<ServerReport>(server)).requests;
    });
    await bench.build();
    await bench.reportCommand();
    await bench.reportLibrary();
  } finally {
    server.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

class Bench {
  readonly #folder: string;
  readonly #out: string;
  readonly #voices: string;
  readonly #addresses: ServerAddresses;
  readonly #requests: () => Promise<number>;
  #slug = '';

  constructor(folder: string, addresses: ServerAddresses, requests: () => Promise<number>) {
    this.#folder = folder;
    this.#out = join(folder, 'out');
    this.#voices = join(folder, 'voices.json');
    this.#addresses = addresses;
    this.#requests = requests;
  }

  async build(): Promise<void> {
    const issue = join(this.#folder, 'issue.md');
    await writeFile(this.#voices, JSON.stringify({ ...TEST_VOICES, engine: 'elevenlabs' }));
    await writeFile(issue, `# The bench\n\n${issueText({})}`);
    const { stdout } = await this.#command(['build', issue, '--date', '2026-01-01', '--json']);
    const { slug, durationSeconds } = JSON.parse(stdout) as Edition;
    this.#slug = slug;
    row('edition', `${STORIES} stories, ${STORIES * PARAGRAPHS} paragraphs, ${durationSeconds.toFixed(0)} s`);
  }

  async reportCommand(): Promise<void> {
    const text = join(this.#folder, 'text.md');
    await writeFile(text, storyText(3, { 3: 5 }));
    const before = await this.#requests();
    const { wallSeconds } = await this.#command(['regenerate', 'latest', '--story', '4', '--text', text]);
    row('one story anew, whole command (goal: at most 3 s)', `${wallSeconds.toFixed(2)} s`);
    row('requests made / segments changed', `${(await this.#requests()) - before} / 1`);
  }

  async reportLibrary(): Promise<void> {
    // The first call loads what every later one finds loaded.
    await this.#regenerate(1);
    const callSeconds = await timed(() => this.#regenerate(5));
    const ffmpeg = await findFfmpeg({ pathFolders: (process.env['PATH'] ?? '').split(delimiter) });
    const needed = await this.#unavoidableSeconds(5, ffmpeg);
    const ratio = callSeconds / (LATENCY_MS / 1000 + needed.encode + needed.join);
    row(
      'latency + encode + joining',
      [LATENCY_MS / 1000, needed.encode, needed.join].map((seconds) => `${seconds.toFixed(2)} s`).join(' + '),
    );
    row('library call', `${callSeconds.toFixed(2)} s`);
    row('library call / what can’t be avoided (goal: at most 1.3)', ratio.toFixed(2));
  }

  async #regenerate(story: number): Promise<void> {
    const config = await loadConfig({
      directory: this.#folder,
      voicesFile: this.#voices,
      environment: {
        ...this.#addresses,
        elevenLabsApiKey: 'bench',
        searchPath: process.env['PATH'] ?? '',
      },
    });
    const text = storyText(story, { [story]: 7 });
    await regenerate(
      { outDir: this.#out, edition: 'latest', story: String(story + 1), text, config },
      { ...nodeHost(), webFolder: 'dist/web' },
    );
  }

  /** Encoding the changed story from its takes, and joining it with the others, which lie there encoded. */
  async #unavoidableSeconds(story: number, ffmpeg: Ffmpeg) {
    const store = openDiskStore(this.#out);
    const state = await readState(store, this.#slug);
    const takes = await takesOf(state, new TakeStore(takesFolderOf(this.#out)));
    const kept = { ffmpeg, keepFolder: join(this.#out, '.audio-edition', 'encoded') };
    const stories = await Promise.all(state.script.stories.map((one) => encodeStory(one, takes, kept)));
    const changed = state.script.stories[story];
    const show = { title: 'Bench', author: 'Bench' };
    return {
      encode: await timed(async () => {
        if (changed) await encodeStory(changed, takes, { ffmpeg, keepFolder: join(this.#folder, 'kept') });
      }),
      join: await timed(async () => {
        await joinEpisode(state.script.issue, stories, {
          stagingFolder: join(this.#folder, 'staging'),
          show,
        });
      }),
    };
  }

  #command(args: readonly string[]) {
    const environment = {
      ...process.env,
      ELEVENLABS_API_KEY: 'bench',
      ELEVENLABS_BASE_URL: this.#addresses.elevenLabsBaseUrl,
    };
    return runAudioEdition([...args, '--voices', this.#voices, '--out', this.#out], environment);
  }
}

async function takesOf({ takes }: EditionState, store: TakeStore): Promise<ReadonlyMap<string, Take>> {
  const found = await Promise.all(
    Object.entries(takes).map(async ([segment, key]) => [segment, await store.find(key)] as const),
  );
  return new Map(found.flatMap(([segment, take]) => (take === undefined ? [] : [[segment, take]])));
}

function issueText(changes: Changes): string {
  const titles = ['Bread', 'Boats', 'Clocks', 'Doors', 'Eels', 'Ferries', 'Gulls', 'Harbours'];
  return titles.map((title, story) => `## ${title}\n\n${storyText(story, changes)}`).join('\n\n');
}

function storyText(story: number, changes: Changes): string {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, paragraph) => {
    const changed = changes[story] === paragraph ? 5_000 : 0;
    const first = (story * PARAGRAPHS + paragraph) * SENTENCES + changed;
    return Array.from({ length: SENTENCES }, (__, index) => sentence(first + index)).join(' ');
  });
  return paragraphs.join('\n\n');
}
