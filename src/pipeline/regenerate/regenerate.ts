import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.js';
import type { ScriptStory, Takes } from '../../edition.js';
import { type PlanOptions, planSpeech, type SpeechPlan } from '../../speech/index.js';
import type { Store } from '../../store/contract.js';
import { type MadeEdition, makeEdition } from '../build/make-edition.js';
import { layOrders } from '../edit/lay-orders.js';
import { type SegmentTakes, takesOfStory } from '../edit/take-history.js';
import type { OpenedEdition } from '../edition-state.js';
import { findStory } from '../find-by-name.js';
import { type PipelineHost, storeOf } from '../host.js';
import { openEdition } from '../open-edition.js';
import { read } from '../read.js';
import { showFiles } from '../show-files.js';
import { inWorkshop, takesFolderOf } from '../workshop.js';
import { engineOfEdition } from './engine-of-edition.js';
import { keepCopy, lendPublished, putBack } from './former-copy.js';
import { findKeptTakes, onlyKeptKeys } from './kept-takes.js';
import { type LendFile, type Proof, prove, takeSnapshot, unchangedFiles } from './proof.js';
import { orderDesk, orderIssue, type RegenerateOrder, withOpenings } from './regenerate-order.js';
import { namedStory, ordersOf, type RegenerateRequest } from './regenerate-request.js';
import { orderUndo } from './undo-order.js';

export type { RegenerateRequest } from './regenerate-request.js';

export interface RegeneratePlan {
  readonly edition: string;
  /** Stories that would be made anew. */
  readonly stories: readonly string[];
  readonly speech: SpeechPlan;
}

export interface RegenerateResult extends MadeEdition {
  readonly proof: Proof;
}

interface Ready {
  readonly opened: OpenedEdition;
  readonly order: RegenerateOrder;
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
    const here = host.openStore === undefined ? request.outDir : undefined;
    const copy = await keepCopy(opened, here, workshop);
    const lend: LendFile = (name, use) => lendPublished(workshop.store, opened.slug, name, use);
    const lendCopy: LendFile = async (name, use) => use(await readFile(path.join(copy, name)));
    // Looked at while the new takes are waited for; on this machine the copy is another name of what is published.
    const before = takeSnapshot(opened.edition, here === undefined ? lendCopy : lend);
    const published = before.then((snapshot) => unchangedFiles(snapshot, copy, order.meant));
    published.catch(() => undefined);
    const correction = correctionOf(request, order, host);
    const made = await makeEdition(
      { ...order, keptTakes, published, ...correction },
      { ...request, config },
      workshop,
      host,
    );
    const after = await takeSnapshot(made.edition, lend);
    const proof = prove(await before, after, order.meant);
    if (proof.violations.length > 0) {
      const show = await showFiles(config, workshop.store, host.webFolder);
      await putBack(opened, copy, workshop, show, proof);
    }
    return { ...made, proof };
  });
}

/** What `regenerate` would synthesize and what it would cost. Synthesizes nothing and writes nothing. */
export async function planRegenerate(
  request: RegenerateRequest,
  host: PipelineHost,
): Promise<RegeneratePlan> {
  const { opened, order, config, keptTakes } = await prepare(request, storeOf(request.outDir, host), host);
  const speech = await planFor(order, config, keptTakes, request.outDir, {
    creditsSignal: host.signal,
    ...(request.concurrency === undefined ? {} : { concurrency: request.concurrency }),
  });
  return { edition: opened.slug, stories: [...order.meant], speech };
}

/** The takes that a story's segments have had; `regenerate` can go back to each. */
export async function listTakes(
  request: Pick<RegenerateRequest, 'outDir' | 'edition' | 'story' | 'segment'>,
  host: Pick<PipelineHost, 'openStore'> = {},
): Promise<readonly SegmentTakes[]> {
  const opened = await openEdition(request, storeOf(request.outDir, host));
  const story = findStory(opened.state.script.stories, namedStory(request.story), opened.slug);
  const takes = await takesOfStory(story, opened.history, takesFolderOf(request.outDir));
  return takes.filter(({ segment }) => request.segment === undefined || segment === request.segment);
}

async function prepare(request: RegenerateRequest, store: Store, host: PipelineHost): Promise<Ready> {
  const opened = await openEdition(request, store);
  const engine = request.engine ?? engineOfEdition(opened.edition, request.config, request.story);
  const config = { ...request.config, engine };
  const order = await orderFor(request, opened, config, host);
  const keptTakes = await findKeptTakes(order, opened.state, request.outDir);
  return { opened, order, config, keptTakes };
}

async function orderFor(
  request: RegenerateRequest,
  opened: OpenedEdition,
  config: Config,
  host: PipelineHost,
): Promise<RegenerateOrder> {
  const { state, slug } = opened;
  if (request.undo) return withOpenings(orderUndo(opened, request.story), state, config);
  if (request.issue !== undefined) {
    const issue = await read(
      { ...request.issue, reading: { date: state.issue.date, ...request.issue.reading, slug }, config },
      host,
    );
    return withOpenings(await orderIssue(state, issue.value, config, request), state, config);
  }
  const { story, orders } = await ordersOf(request, opened);
  const desk = await layOrders(orders, { ...request, state, config, changes: request.changes ?? [] });
  const order = orderDesk(desk, story === undefined ? {} : { stories: [story] });
  return onlyKeptKeys(order, request.outDir);
}

function planFor(
  order: RegenerateOrder,
  config: Config,
  keptTakes: Ready['keptTakes'],
  outDir: string,
  wanted: Pick<PlanOptions, 'creditsSignal' | 'concurrency'> = {},
): Promise<SpeechPlan> {
  const stories = order.script.stories.filter((story) => !keptTakes.has(story));
  const options = { ...config, ...order, ...wanted, takesDir: takesFolderOf(outDir) };
  return planSpeech({ ...order.script, stories }, options);
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
