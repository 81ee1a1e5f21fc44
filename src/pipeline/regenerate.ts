import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import type { Edition, ScriptStory, Take, Takes } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { planSpeech, type SpeechPlan } from '../speech/index.js';
import { TakeStore } from '../speech/takes.js';
import type { Store } from '../store/contract.js';
import { openDiskStore } from '../store/disk/disk-store.js';
import { readManifest } from '../syndicate/index.js';
import { type EditionState, readEdits, readHistory, readState } from './edition-state.js';
import { findEdition, findStory } from './find-by-name.js';
import type { PipelineHost } from './host.js';
import { type MadeEdition, makeEdition } from './make-edition.js';
import { type Proof, prove, takeSnapshot } from './proof.js';
import { type ReadRequest, read } from './read.js';
import { orderIssue, orderStory, type RegenerateOrder, restoreStoryEdit } from './regenerate-order.js';
import type { SoundRequest } from './sound.js';
import { freshTakeNumbers, pickTakes, type SegmentTakes, takesOfStory } from './take-history.js';
import { inWorkshop, takesFolderOf, type Workshop } from './workshop.js';

/** What is to be made anew, and how. */
export interface RegenerateRequest extends SoundRequest {
  readonly outDir: string;
  /** A slug, a unique beginning of one, or `latest`. */
  readonly edition: string;
  /** A slug, a number from 1, or a unique part of a title; without it `issue` or `undo` concerns all stories. */
  readonly story?: string;
  /** Markdown instead of the story's text. */
  readonly text?: string;
  readonly voice?: string;
  /** Another take of the story, or of `segment` alone. */
  readonly newTake?: boolean;
  /** An earlier take, by its number in `listTakes`. */
  readonly take?: number;
  readonly segment?: string;
  /** The newest version of the whole issue. */
  readonly issue?: Pick<ReadRequest, 'issue' | 'reading'>;
  readonly theirs?: boolean;
  readonly undo?: boolean;
  /** What was wrong, for listeners. */
  readonly note?: string;
  readonly reissue?: boolean;
  /** Engine to speak with; default: the one that spoke the story. */
  readonly engine?: string;
}

export interface RegeneratePlan {
  readonly edition: string;
  /** Stories that would be made anew. */
  readonly stories: readonly string[];
  readonly speech: SpeechPlan;
}

export interface RegenerateResult extends MadeEdition {
  readonly proof: Proof;
}

interface Opened {
  readonly slug: string;
  readonly edition: Edition;
  readonly state: EditionState;
  /** All states, the present one last. */
  readonly history: readonly EditionState[];
}

interface Ready {
  readonly opened: Opened;
  readonly order: RegenerateOrder & { readonly history?: readonly EditionState[] };
  readonly config: Config;
  readonly keptTakes: ReadonlyMap<ScriptStory, Takes>;
}

/**
 * Makes one story of a published edition anew (or what differs in a newer version of the issue), publishes the
 * edition, and proves that every other story is the same to the byte. Where the proof fails, the former edition
 * is put back.
 */
export async function regenerate(request: RegenerateRequest, host: PipelineHost): Promise<RegenerateResult> {
  return inWorkshop({ ...request, work: `regenerate ${request.edition}` }, host, async (workshop) => {
    const { opened, order, config, keptTakes } = await prepare(request, workshop.store, host);
    tellCost(await planFor(order, config, keptTakes, request.outDir), host);
    const copy = await keepCopy(opened, request.outDir, workshop);
    const before = await takeSnapshot(opened.edition, copy);
    const correction = correctionOf(request, order, host);
    const made = await makeEdition(
      { ...order, keptTakes, ...correction },
      { ...request, config },
      workshop,
      host,
    );
    const after = await takeSnapshot(made.edition, path.join(request.outDir, opened.slug));
    const proof = prove(before, after, order.meant);
    if (proof.violations.length > 0) await putBack(opened, copy, workshop, proof);
    return { ...made, proof };
  });
}

/** What `regenerate` would synthesize and what it would cost. Synthesizes nothing and writes nothing. */
export async function planRegenerate(
  request: RegenerateRequest,
  host: PipelineHost,
): Promise<RegeneratePlan> {
  const { opened, order, config, keptTakes } = await prepare(request, openDiskStore(request.outDir), host);
  const speech = await planFor(order, config, keptTakes, request.outDir);
  return { edition: opened.slug, stories: [...order.meant], speech };
}

/** The takes that a story's segments have had; `regenerate` can go back to each. */
export async function listTakes(
  request: Pick<RegenerateRequest, 'outDir' | 'edition' | 'story' | 'segment'>,
): Promise<readonly SegmentTakes[]> {
  const opened = await open(request.edition, openDiskStore(request.outDir));
  const story = findStory(opened.state.script.stories, named(request.story), opened.slug);
  const takes = await takesOfStory(story, opened.history, takesFolderOf(request.outDir));
  return takes.filter(({ segment }) => request.segment === undefined || segment === request.segment);
}

async function open(name: string, store: Store): Promise<Opened> {
  const slug = await findEdition(store, name);
  const edition = await readManifest(store, slug);
  const state = { ...(await readState(store, slug)), edits: await readEdits(store, slug) };
  return { slug, edition, state, history: [...(await readHistory(store, slug)), state] };
}

async function prepare(request: RegenerateRequest, store: Store, host: PipelineHost): Promise<Ready> {
  const opened = await open(request.edition, store);
  const config = { ...request.config, engine: request.engine ?? engineOf(opened.edition, request) };
  const order = await orderFor(request, opened, config, host);
  const keptTakes = await findKeptTakes(order, opened, request.outDir);
  return { opened, order, config, keptTakes };
}

/** The engine that spoke the story: a schedule must never publish another voice by accident. */
function engineOf({ stories, slug }: Edition, { story, config }: RegenerateRequest): string {
  const spoken = story === undefined ? stories[0] : findStory(stories, story, slug);
  return spoken?.segments[0]?.engine ?? config.engine;
}

async function orderFor(
  request: RegenerateRequest,
  opened: Opened,
  config: Config,
  host: PipelineHost,
): Promise<Ready['order']> {
  const { state, slug } = opened;
  if (request.undo) return orderUndo(opened, request.story);
  if (request.issue !== undefined) {
    const issue = await read(
      { ...request.issue, reading: { date: state.issue.date, ...request.issue.reading, slug }, config },
      host,
    );
    return orderIssue(state, issue.value, config, request);
  }
  const story = findStory(state.script.stories, named(request.story), slug);
  const change = {
    ...(request.text === undefined ? {} : { text: request.text }),
    ...(request.voice === undefined ? {} : { voice: request.voice }),
    ...(await takeChange(request, story, opened, config)),
  };
  return orderStory(state, story, change, config);
}

async function takeChange(
  request: RegenerateRequest,
  story: ScriptStory,
  { state, history }: Opened,
  config: Config,
) {
  const takesFolder = takesFolderOf(request.outDir);
  const segments = story.segments
    .map(({ id }) => id)
    .filter((id) => request.segment === undefined || id === request.segment);
  if (segments.length === 0) throw noSuchSegment(request.segment, story);
  if (request.take !== undefined) {
    const takes = await takesOfStory(story, history, takesFolder);
    return {
      keptTakes: pickTakes(
        takes.filter(({ segment }) => segments.includes(segment)),
        request.take,
      ),
    };
  }
  if (!request.newTake) return {};
  const chosen = request.voice ?? state.edits.stories[story.slug]?.voice;
  const storyVoices = new Map(chosen === undefined ? [] : [[story.slug, chosen]]);
  return { takeNumbers: await freshTakeNumbers(story, new Set(segments), config, storyVoices, takesFolder) };
}

/** The newest former state; with a story, the newest in which that story was another. */
function orderUndo({ state, history, slug }: Opened, name: string | undefined): Ready['order'] {
  const story = name === undefined ? undefined : findStory(state.script.stories, name, slug).slug;
  const former = history.slice(0, -1);
  const index = former.findLastIndex((one) => story === undefined || differs(one, state, story));
  const back = former[index];
  if (back === undefined) throw nothingToUndo(slug, story);
  const stories =
    story === undefined
      ? back.script.stories
      : state.script.stories.map((one) => (one.slug === story ? (storyIn(back, story) ?? one) : one));
  const edits = story === undefined ? back.edits : restoreStoryEdit(state.edits, back.edits, story);
  const takeKeys = new Map(
    stories.flatMap(({ slug: of, segments }) => {
      const takes = story === undefined || of === story ? back.takes : state.takes;
      return segments.flatMap(({ id }) => (takes[id] === undefined ? [] : [[id, takes[id]] as const]));
    }),
  );
  return {
    issue: story === undefined ? back.issue : state.issue,
    script: { ...(story === undefined ? back : state).script, stories },
    edits,
    takeKeys,
    takeNumbers: new Map(),
    storyVoices: new Map(),
    notices: back.notices,
    meant: new Set(story === undefined ? stories.map((one) => one.slug) : [story]),
    history: former.slice(0, index),
  };
}

function storyIn({ script }: EditionState, slug: string): ScriptStory | undefined {
  return script.stories.find((story) => story.slug === slug);
}

function differs(a: EditionState, b: EditionState, slug: string): boolean {
  const sound = (state: EditionState) => {
    const story = storyIn(state, slug);
    return JSON.stringify([story, story?.segments.map(({ id }) => state.takes[id])]);
  };
  return storyIn(a, slug) !== undefined && sound(a) !== sound(b);
}

/** Takes of every story that is not meant to change; of those that are, where going back names them all. */
async function findKeptTakes(
  order: Ready['order'],
  { state }: Opened,
  outDir: string,
): Promise<Ready['keptTakes']> {
  const store = new TakeStore(takesFolderOf(outDir));
  const stories = order.script.stories.filter(
    ({ slug, segments }) => !order.meant.has(slug) || segments.every(({ id }) => order.takeKeys.has(id)),
  );
  const found = await Promise.all(
    stories.map(async (story) => {
      const keys = order.meant.has(story.slug) ? order.takeKeys : new Map(Object.entries(state.takes));
      const takes = await Promise.all(
        story.segments.map(async ({ id }) => [id, await store.find(keys.get(id) ?? '')] as const),
      );
      const missing = takes.find(([, take]) => take === undefined)?.[0];
      if (missing !== undefined) throw takeGone(missing);
      return [story, new Map(takes as (readonly [string, Take])[])] as const;
    }),
  );
  return new Map(found);
}

function planFor(
  order: RegenerateOrder,
  config: Config,
  keptTakes: Ready['keptTakes'],
  outDir: string,
): Promise<SpeechPlan> {
  const stories = order.script.stories.filter((story) => !keptTakes.has(story));
  return planSpeech({ ...order.script, stories }, { ...config, ...order, takesDir: takesFolderOf(outDir) });
}

function tellCost({ total, engine }: SpeechPlan, host: PipelineHost): void {
  const price = total.dollars === undefined ? '' : `, about $${total.dollars.toFixed(2)}`;
  host.onEvent({
    kind: 'message',
    message: `To speak: ${total.newCharacters} characters in ${total.requests} requests (${engine}${price}); ${total.keptCharacters} characters are kept.`,
  });
}

function correctionOf({ note, reissue }: RegenerateRequest, { meant }: RegenerateOrder, host: PipelineHost) {
  const [story, another] = [...meant];
  const one = another === undefined && story !== undefined ? { story } : {};
  return {
    ...(note === undefined ? {} : { correction: { at: host.now().toISOString(), note, ...one } }),
    ...(reissue === undefined ? {} : { reissue }),
  };
}

/** The edition's files as they are published, to be compared with and put back. */
async function keepCopy({ slug }: Opened, outDir: string, { stagingFolder }: Workshop): Promise<string> {
  const copy = path.join(stagingFolder, 'before');
  await mkdir(copy, { recursive: true });
  await cp(path.join(outDir, slug), copy, { recursive: true });
  return copy;
}

async function putBack(
  { slug, edition }: Opened,
  copy: string,
  { lock }: Workshop,
  proof: Proof,
): Promise<never> {
  const { readFile } = await import('node:fs/promises');
  const names = [...edition.files.map(({ name }) => name), 'edition.json'];
  const files = await Promise.all(
    names.map(async (name) => ({ name: `${slug}/${name}`, content: await readFile(path.join(copy, name)) })),
  );
  await lock.publish(files);
  throw new AudioEditionError(
    `The new edition was not as it must be (${proof.violations.join('; ')}), so the former one was put back. This is a fault of the program.`,
    { code: 'proof-failed', stage: 'stitch', data: { violations: proof.violations } },
  );
}

function named(story: string | undefined): string {
  if (story !== undefined) return story;
  throw new AudioEditionError(
    'Say which story, with --story (its slug, its number, or a part of its title).',
    {
      code: 'story-missing',
      stage: 'cli',
      fault: 'input',
    },
  );
}

function noSuchSegment(segment: string | undefined, story: ScriptStory): AudioEditionError {
  const ids = story.segments.map(({ id }) => id).join(', ');
  return new AudioEditionError(
    `The story "${story.slug}" has no segment "${segment ?? ''}"; choose one of: ${ids}.`,
    {
      code: 'segment-unknown',
      stage: 'cli',
      fault: 'input',
    },
  );
}

function nothingToUndo(slug: string, story: string | undefined): AudioEditionError {
  const what = story === undefined ? `"${slug}"` : `the story "${story}" of "${slug}"`;
  return new AudioEditionError(`There is nothing to undo: no former state of ${what} is kept.`, {
    code: 'nothing-to-undo',
    stage: 'store',
    fault: 'input',
  });
}

function takeGone(segment: string): AudioEditionError {
  return new AudioEditionError(
    `The take of "${segment}" is no longer kept, so this story can't be left as it is; build the issue again.`,
    { code: 'take-gone', stage: 'store', fault: 'input', data: { segment } },
  );
}
