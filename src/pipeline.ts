import path from 'node:path';
import type { Issue, Notice, Script, StageResult } from './edition.js';
import { NO_EDITS } from './edits/edits.js';
import { writeEdited } from './pipeline/build/edited-script.js';
import { type EditionOrder, type MadeEdition, makeEdition } from './pipeline/build/make-edition.js';
import { withSettledSlug } from './pipeline/build/settled-slug.js';
import type { SoundRequest } from './pipeline/build/sound.js';
import { readEdits } from './pipeline/edition-state.js';
import { type PipelineHost, storeOf } from './pipeline/host.js';
import { type ReadRequest, read } from './pipeline/read.js';
import { inWorkshop, takesFolderOf } from './pipeline/workshop.js';
import { planSpeech, type SpeechPlan, warmUpEngine } from './speech/index.js';
import type { Store } from './store/contract.js';
import { formerEdition } from './syndicate/index.js';

export interface ScriptResult {
  readonly issue: Issue;
  readonly script: Script;
  readonly notices: readonly Notice[];
}

export interface BuildRequest extends ReadRequest, SoundRequest {
  /** Where editions are kept. */
  readonly outDir: string;
  /** Where issue and editor changed the same, drop the editor's change. */
  readonly theirs?: boolean;
}

export interface BuildPlan extends ScriptResult {
  readonly speech: SpeechPlan;
}

/** issue → script → speech → stitch → syndicate: one issue becomes an edition, published all or not at all. */
export async function build(request: BuildRequest, host: PipelineHost): Promise<MadeEdition> {
  void warmUpEngine(request.config);
  const issue = await withSettledSlug(await read(request, host), storeOf(request.outDir, host));
  const work = `build ${issue.value.slug}`;
  return inWorkshop({ ...request, work }, host, async (workshop) => {
    const edited = await writeForStore(issue, request, workshop.store, host);
    return makeEdition({ ...edited, issueFolder: folderOf(request.issue) }, request, workshop, host);
  });
}

/** Where an issue's pictures may lie beside it. */
function folderOf(issue: string): string | undefined {
  return issue === '-' || /^https?:/i.test(issue) ? undefined : path.dirname(issue);
}

/** What `build` would synthesize and what it would cost. Synthesizes nothing and writes nothing. */
export async function plan(request: BuildRequest, host: PipelineHost): Promise<BuildPlan> {
  const store = storeOf(request.outDir, host);
  const issue = await withSettledSlug(await read(request, host), store);
  const edited = await writeForStore(issue, request, store, host);
  const speech = await planSpeech(edited.script, {
    ...request.config,
    ...edited,
    takesDir: takesFolderOf(request.outDir),
    creditsSignal: host.signal,
    ...(request.concurrency === undefined ? {} : { concurrency: request.concurrency }),
  });
  return { ...edited, speech };
}

/** issue → script: what will be said, and what is left out and why. */
export async function script(request: ReadRequest, host: PipelineHost): Promise<ScriptResult> {
  const issue = await read(request, host);
  host.onEvent({ kind: 'stage', stage: 'script' });
  const written = await writeEdited(issue.value, NO_EDITS, request.config);
  return {
    issue: issue.value,
    script: written.value.script,
    notices: [...issue.notices, ...written.notices],
  };
}

/** The script of an issue with what the store knows of the edition: its editor's changes and its date. */
async function writeForStore(
  issue: StageResult<Issue>,
  request: BuildRequest,
  store: Store,
  host: PipelineHost,
): Promise<EditionOrder> {
  host.onEvent({ kind: 'stage', stage: 'script' });
  const dated = await keepDate(issue, store);
  const edits = await readEdits(store, dated.value.slug);
  const written = await writeEdited(dated.value, edits, request.config, { theirs: request.theirs === true });
  return {
    ...written.value,
    issue: dated.value,
    notices: [...dated.notices, ...written.notices],
  };
}

/** An issue that says no date keeps the one it was first published with. */
async function keepDate(issue: StageResult<Issue>, store: Store): Promise<StageResult<Issue>> {
  if (!issue.notices.some(({ code }) => code === 'date-guessed')) return issue;
  const former = await formerEdition(store, issue.value.slug);
  return former === undefined ? issue : { ...issue, value: { ...issue.value, date: former.date } };
}
