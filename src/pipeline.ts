import path from 'node:path';
import type { Config } from './config.js';
import type { Edition, Episode, Notice, Script } from './edition.js';
import { loadDocument, type ReadOptions, readIssue } from './issue/index.js';
import type { PipelineHost } from './pipeline/host.js';
import { makeSound, type SoundRequest } from './pipeline/sound.js';
import { inWorkshop, takesFolderOf, type Workshop } from './pipeline/workshop.js';
import { checkLedger, writeScript } from './script/index.js';
import { planSpeech, type SpeechPlan } from './speech/index.js';
import { joinEpisode } from './stitch/join-episode.js';
import { PRIVATE_FOLDER } from './store/contract.js';
import { formerEdition, publishEdition, readWebFiles, renderEdition } from './syndicate/index.js';

/** One issue to read, and what is known better than the issue says. */
export interface ScriptRequest {
  /** A file, an `http(s)` address, or `-` for standard input. */
  readonly issue: string;
  readonly reading?: Omit<ReadOptions, 'today' | 'reading' | 'language'>;
  readonly config: Config;
}

export interface BuildRequest extends ScriptRequest, SoundRequest {
  /** Where editions are kept. */
  readonly outDir: string;
}

export interface ScriptResult {
  readonly script: Script;
  readonly notices: readonly Notice[];
}

export interface BuildPlan extends ScriptResult {
  readonly speech: SpeechPlan;
}

export interface BuildResult {
  readonly edition: Edition;
  /** Names under `--out` that were written; none where nothing had changed. */
  readonly written: readonly string[];
}

/** issue → script → speech → stitch → syndicate: one issue becomes an edition, published all or not at all. */
export async function build(request: BuildRequest, host: PipelineHost): Promise<BuildResult> {
  const { script, notices } = await write(request, host);
  const work = `build ${script.issue.slug}`;
  return inWorkshop({ ...request, work }, host, async (workshop) => {
    const sound = await makeSound(script, request, workshop, host);
    const episode = await joinEpisode(script.issue, sound.value, { ...workshop, show: request.config.show });
    const all = [...notices, ...sound.notices, ...episode.notices];
    return publish(script, episode.value, all, request.config, workshop, host);
  });
}

/** What `build` would synthesize and what it would cost. Synthesizes nothing and writes nothing. */
export async function plan(request: BuildRequest, host: PipelineHost): Promise<BuildPlan> {
  const written = await write(request, host);
  const speech = await planSpeech(written.script, {
    ...request.config,
    takesDir: takesFolderOf(request.outDir),
  });
  return { ...written, speech };
}

/** issue → script: what will be said, and what is left out and why. */
export async function write(
  { issue: spec, reading, config }: ScriptRequest,
  host: PipelineHost,
): Promise<ScriptResult> {
  host.onEvent({ kind: 'stage', stage: 'issue' });
  const document = await loadDocument(spec, host.sources);
  const { reading: rules, language } = config.show;
  const options = {
    ...reading,
    today: host.today,
    language,
    ...(rules === undefined ? {} : { reading: rules }),
  };
  const issue = await readIssue(document, options);
  host.onEvent({ kind: 'stage', stage: 'script' });
  const script = writeScript(issue.value, config);
  checkLedger(issue.value, script.value);
  return { script: script.value, notices: [...issue.notices, ...script.notices] };
}

async function publish(
  script: Script,
  episode: Episode,
  notices: readonly Notice[],
  { show }: Config,
  { store, lock, stagingFolder }: Workshop,
  host: PipelineHost,
): Promise<BuildResult> {
  host.onEvent({ kind: 'stage', stage: 'syndicate' });
  const audioFiles = [episode.audio, ...episode.stories].map(({ file: name, bytes, sha256 }) => ({
    name,
    bytes,
    sha256,
  }));
  const former = await formerEdition(store, script.issue.slug);
  const rendered = renderEdition({ issue: script.issue, episode, show, notices, audioFiles, former });
  const sound = audioFiles.map(({ name, ...file }) => ({
    name,
    content: { ...file, file: path.join(stagingFolder, name) },
  }));
  const remembered = { name: `${PRIVATE_FOLDER}/show.json`, content: JSON.stringify(show) };
  const showFiles = { show, files: [remembered, ...(await readWebFiles(host.webFolder))] };
  const publication = await publishEdition(store, lock, rendered, sound, showFiles);
  for (const notice of [...notices, ...publication.notices]) host.onEvent({ kind: 'notice', notice });
  return { edition: rendered.edition, written: publication.report.written };
}
