import type { Notice, Script, ScriptStory, Segment, StageResult } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { respeak } from '../script/respeak.js';
import { type Edits, isEmptyEdit, type SegmentEdit, type StoryEdit } from './edits.js';

/** What edits make of a script. */
export interface EditedScript {
  readonly script: Script;
  /** Which take of a segment is wanted, by segment id. */
  readonly takeNumbers: ReadonlyMap<string, number>;
  /** Keys of earlier takes that are wanted, by segment id. */
  readonly takeKeys: ReadonlyMap<string, string>;
  /** Voice for a whole story, by story slug. */
  readonly storyVoices: ReadonlyMap<string, string>;
  /** The orders that still hold, seen from the issue as it is now. */
  readonly edits: Edits;
}

export interface ApplyOptions {
  /** Where issue and editor changed the same, the issue wins. */
  readonly theirs?: boolean;
  /** Segments and stories that an editor leaves out stay in the script, so that they can be shown. */
  readonly keepLeftOut?: boolean;
}

/**
 * Lays an editor's orders over a freshly written script. An order finds its segment by the words as written,
 * else by its place; where those words changed since, the editor's order is kept and a notice says so. Orders
 * for what is no longer there go, with a notice.
 */
export function applyEdits(
  script: Script,
  edits: Edits,
  options: ApplyOptions = {},
): StageResult<EditedScript> {
  const edited = script.stories.map((story) => editStory(story, edits.stories[story.slug] ?? {}, options));
  const held = edited.flatMap(({ story, edit }) => (isEmptyEdit(edit) ? [] : [[story.slug, edit] as const]));
  const stories = edited.map(({ story }) => story);
  const value: EditedScript = {
    script: { ...script, stories: inOrder(stories, edits.storyOrder) },
    takeNumbers: new Map(edited.flatMap(({ takeNumbers }) => takeNumbers)),
    takeKeys: new Map(edited.flatMap(({ takeKeys }) => takeKeys)),
    storyVoices: new Map(
      held.flatMap(([slug, { voice }]) => (voice === undefined ? [] : [[slug, voice] as const])),
    ),
    edits: { ...edits, stories: Object.fromEntries(held) },
  };
  return {
    value: options.keepLeftOut ? value : withoutLeftOut(value),
    notices: [...lostStories(script, edits), ...edited.flatMap(({ notices }) => notices)],
  };
}

/**
 * What is to be spoken of a script that still has what an editor leaves out.
 *
 * @throws AudioEditionError `nothing-to-say` (`input`) where that is nothing.
 */
export function withoutLeftOut(edited: EditedScript): EditedScript {
  const { script, edits } = edited;
  const stories = script.stories.flatMap((story) => {
    const { leaveOut, segments: orders = [] } = edits.stories[story.slug] ?? {};
    const gone = new Set(orders.filter((order) => order.leaveOut).map(({ segment }) => segment));
    if (leaveOut) return [];
    const segments = gone.size === 0 ? story.segments : story.segments.filter(({ id }) => !gone.has(id));
    return segments.length === 0 ? [] : [segments === story.segments ? story : { ...story, segments }];
  });
  if (stories.length === 0 && script.stories.length > 0) throw nothingLeft(script);
  return { ...edited, script: { ...script, stories } };
}

/** Stories as an editor ordered them; those that the order does not name stay behind the one before them. */
export function inOrder<T extends { readonly slug: string }>(
  stories: readonly T[],
  order: readonly string[] = [],
): readonly T[] {
  const named = order.flatMap((slug) => stories.find((story) => story.slug === slug) ?? []);
  return stories.reduce((sum, story, index) => {
    if (sum.includes(story)) return sum;
    const before = stories[index - 1];
    const at = before === undefined ? 0 : sum.indexOf(before) + 1;
    return sum.toSpliced(at, 0, story);
  }, named);
}

interface EditedStory {
  readonly story: ScriptStory;
  readonly edit: StoryEdit;
  readonly takeNumbers: readonly (readonly [segment: string, take: number])[];
  readonly takeKeys: readonly (readonly [segment: string, key: string])[];
  readonly notices: readonly Notice[];
}

function editStory(story: ScriptStory, edit: StoryEdit, options: ApplyOptions): EditedStory {
  const { theirs = false } = options;
  const found = (edit.segments ?? []).map((order) => ({ order, segment: findSegment(story, order) }));
  const valid = found.flatMap(({ order, segment }) =>
    segment === undefined || (theirs && segment.source !== order.written) ? [] : [[segment, order] as const],
  );
  const orders = new Map(valid);
  const segments = story.segments.map((segment) => editSegment(segment, orders.get(segment)));
  const speechOf = new Map(segments.map(({ id, speech }) => [id, speech]));
  return {
    story: { ...story, segments },
    edit: {
      ...edit,
      segments: valid.map(([segment, order]) => ({ ...order, segment: segment.id, written: segment.source })),
    },
    takeNumbers: valid.flatMap(([{ id }, { take }]) => (take === undefined ? [] : [[id, take] as const])),
    takeKeys: valid.flatMap(([{ id }, { keptTake }]) =>
      keptTake !== undefined && keptTake.speech === speechOf.get(id) ? [[id, keptTake.key] as const] : [],
    ),
    notices: found.flatMap(({ order, segment }) => conflictNotice(story, order, segment, theirs)),
  };
}

function editSegment(segment: Segment, order: SegmentEdit | undefined): Segment {
  return order?.speech === undefined ? segment : respeak(segment, order.speech);
}

/** The segment that an order means: by the words as written, else by its place. */
export function findSegment(
  story: ScriptStory,
  { segment: id, written }: Pick<SegmentEdit, 'segment' | 'written'>,
): Segment | undefined {
  const alike = story.segments.filter(({ source }) => source === written);
  return (
    alike.find((segment) => segment.id === id) ??
    alike[0] ??
    story.segments.find((segment) => segment.id === id)
  );
}

function conflictNotice(
  story: ScriptStory,
  order: SegmentEdit,
  segment: Segment | undefined,
  theirs: boolean,
): Notice[] {
  if (segment?.source === order.written) return [];
  if (segment === undefined) {
    return [
      {
        code: 'edit-lost',
        message: `An edit of "${excerpt(order.written)}" has no place any more: the issue no longer has that text.`,
        story: story.slug,
      },
    ];
  }
  return [
    {
      code: 'edit-conflict',
      message: `The issue and an editor both changed "${excerpt(segment.source)}"; ${theirs ? "the issue's version is taken" : "the editor's version is kept (--theirs takes the issue's)"}.`,
      story: story.slug,
      segment: segment.id,
    },
  ];
}

function lostStories(script: Script, edits: Edits): Notice[] {
  const slugs = new Set(script.stories.map(({ slug }) => slug));
  return Object.keys(edits.stories)
    .filter((slug) => !slugs.has(slug))
    .map((slug) => ({
      code: 'edit-lost',
      message: `The story "${slug}" is no longer in the issue; its edits went with it.`,
    }));
}

function nothingLeft({ issue }: Script): AudioEditionError {
  return new AudioEditionError(
    `Everything in "${issue.title}" is left out, so nothing is left to say; have something spoken again.`,
    { code: 'nothing-to-say', stage: 'script', fault: 'input', data: { slug: issue.slug } },
  );
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
