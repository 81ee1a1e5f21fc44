import type { Dropped, ScriptStory } from '../../edition.js';
import type { EditChange } from '../../edits/changes.js';
import type { EditOrder } from '../../edits/orders.js';
import { AudioEditionError } from '../../errors.js';
import type { SoundRequest } from '../build/sound.js';
import { pickTakes, takesOfStory } from '../edit/take-history.js';
import type { OpenedEdition } from '../edition-state.js';
import { findStory } from '../find-by-name.js';
import type { ReadRequest } from '../read.js';
import { takesFolderOf } from '../workshop.js';

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
  /** Ids of segments that are no longer spoken. */
  readonly leaveOut?: readonly string[];
  /** Spoken after all: ids of segments that were left out, or a unique part of a block that a rule left out. */
  readonly speak?: readonly string[];
  /** How words are said in this edition. */
  readonly say?: Readonly<Record<string, string>>;
  /** Changes that an editor made before, of whatever kind, in their order. */
  readonly changes?: readonly EditChange[];
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

/** What a request asks for in terms of an editor's orders. */
export interface RequestedOrders {
  /** Slug of the story that is made anew as a whole. */
  readonly story?: string;
  readonly orders: readonly EditOrder[];
}

/**
 * Reads a request as an editor's orders.
 *
 * @throws AudioEditionError (`input`) where it names no story and needs one, and for whatever is unknown or
 *   ambiguous.
 */
export async function ordersOf(request: RegenerateRequest, opened: OpenedEdition): Promise<RequestedOrders> {
  const ofEdition = editionOrders(request, opened);
  const isEnough = ofEdition.length > 0 || request.changes !== undefined;
  if (request.story === undefined && isEnough) return { orders: ofEdition };
  const { script } = opened.state;
  const story = findStory(script.stories, namedStory(request.story), opened.slug);
  return { story: story.slug, orders: [...ofEdition, ...(await storyOrders(request, story, opened))] };
}

function editionOrders(
  { leaveOut = [], speak = [], say = {} }: RegenerateRequest,
  opened: OpenedEdition,
): readonly EditOrder[] {
  return [
    ...Object.entries(say).map(
      ([written, spoken]): EditOrder => ({ kind: 'say', written, spoken, scope: 'edition' }),
    ),
    ...leaveOut.map((segment): EditOrder => ({ kind: 'segment-spoken', segment, spoken: false })),
    ...speak.map((what) => speakAfterAll(what, opened)),
  ];
}

function speakAfterAll(what: string, { state, slug }: OpenedEdition): EditOrder {
  const leftOut = Object.values(state.edits.stories)
    .flatMap(({ segments = [] }) => segments)
    .some(({ segment, leaveOut }) => leaveOut && segment === what);
  if (leftOut) return { kind: 'segment-spoken', segment: what, spoken: true };
  const { dropped } = state.script;
  const exact = dropped.filter(({ text }) => text === what);
  const wanted = what.toLocaleLowerCase();
  const found =
    exact.length > 0 ? exact : dropped.filter(({ text }) => text.toLocaleLowerCase().includes(wanted));
  const [only, another] = found;
  if (only !== undefined && (another === undefined || exact.length > 0))
    return { kind: 'block-spoken', block: only.block, spoken: true };
  throw notLeftOut(what, slug, found.length === 0 ? dropped : found);
}

async function storyOrders(
  request: RegenerateRequest,
  story: ScriptStory,
  opened: OpenedEdition,
): Promise<readonly EditOrder[]> {
  const { text, voice } = request;
  const named = { story: story.slug };
  return [
    ...(text === undefined ? [] : [{ kind: 'story-text' as const, ...named, markdown: text }]),
    ...(voice === undefined ? [] : [{ kind: 'voice' as const, ...named, voice }]),
    ...(await takeOrders(request, story, opened)),
  ];
}

async function takeOrders(
  { take, newTake, segment, outDir }: RegenerateRequest,
  story: ScriptStory,
  { history }: OpenedEdition,
): Promise<readonly EditOrder[]> {
  if (segment !== undefined && !story.segments.some(({ id }) => id === segment))
    throw noSuchSegment(segment, story);
  if (take !== undefined) {
    const takes = await takesOfStory(story, history, takesFolderOf(outDir));
    const wanted = takes.filter((entry) => segment === undefined || entry.segment === segment);
    return [...pickTakes(wanted, take)].map(([id, key]) => ({ kind: 'choose-take', segment: id, take: key }));
  }
  if (!newTake) return [];
  return [segment === undefined ? { kind: 'new-take', story: story.slug } : { kind: 'new-take', segment }];
}

/**
 * The story that a request names.
 *
 * @throws AudioEditionError `story-missing` (`input`) where it names none.
 */
export function namedStory(story: string | undefined): string {
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

function noSuchSegment(segment: string, story: ScriptStory): AudioEditionError {
  const ids = story.segments.map(({ id }) => id).join(', ');
  return new AudioEditionError(
    `The story "${story.slug}" has no segment "${segment}"; choose one of: ${ids}.`,
    {
      code: 'segment-unknown',
      stage: 'cli',
      fault: 'input',
    },
  );
}

function notLeftOut(what: string, slug: string, choices: readonly Dropped[]): AudioEditionError {
  const list = choices
    .map(({ text }) => `"${text.length <= 40 ? text : `${text.slice(0, 39)}…`}"`)
    .join(', ');
  return new AudioEditionError(
    `"${what}" names not exactly one text that "${slug}" leaves out; ${list === '' ? 'it leaves out none' : `choose one of: ${list}`}.`,
    { code: 'block-unknown', stage: 'cli', fault: 'input', data: { text: what } },
  );
}
