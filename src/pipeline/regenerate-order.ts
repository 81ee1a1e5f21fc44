import type { Config } from '../config.js';
import type { Issue, Notice, Script, ScriptStory } from '../edition.js';
import type { EditedScript } from '../edits/apply-edits.js';
import {
  type Edits,
  type SegmentEdit,
  type StoryEdit,
  withSegmentEdit,
  withStoryEdit,
} from '../edits/edits.js';
import { AudioEditionError } from '../errors.js';
import { fingerprint, writeEdited } from './edited-script.js';
import type { EditionState } from './edition-state.js';
import { findStory } from './find-by-name.js';

/** What an editor asks to be changed in one story. */
export interface StoryChange {
  /** Markdown instead of the story's text. */
  readonly text?: string;
  /** Voice, as the engine names it. */
  readonly voice?: string;
  /** Asks for other takes: numbers that no kept take has, by segment id. */
  readonly takeNumbers?: ReadonlyMap<string, number>;
  /** Keys of kept takes to go back to, by segment id. */
  readonly keptTakes?: ReadonlyMap<string, string>;
}

/** What is to be made, and which stories are meant to differ afterwards. */
export interface RegenerateOrder extends EditedScript {
  readonly issue: Issue;
  readonly notices: readonly Notice[];
  readonly meant: ReadonlySet<string>;
  /** The states that can be brought back afterwards, where that is not as usual. */
  readonly history?: readonly EditionState[];
}

/** One story anew from what the edition keeps, with a change; every other story stays as it is. */
export async function orderStory(
  state: EditionState,
  story: ScriptStory,
  change: StoryChange,
  config: Config,
): Promise<RegenerateOrder> {
  const untouched = await writeEdited(state.issue, { schema: 1, stories: {} }, config);
  const written = findStory(untouched.value.script.stories, story.slug, state.issue.slug);
  const edits = withStoryEdit(state.edits, story.slug, (edit) => changeStory(edit, story, written, change));
  const fresh = await writeEdited(state.issue, edits, config);
  return onlyStory(state, story.slug, { ...fresh.value, issue: state.issue, notices: fresh.notices });
}

/** The newest version of the issue; with a story, that story alone is taken from it. */
export async function orderIssue(
  state: EditionState,
  issue: Issue,
  config: Config,
  options: { readonly story?: string; readonly theirs?: boolean },
): Promise<RegenerateOrder> {
  const fresh = await writeEdited(issue, state.edits, config, options);
  const order = { ...fresh.value, issue, notices: fresh.notices };
  if (options.story !== undefined)
    return onlyStory(state, findStory(fresh.value.script.stories, options.story, issue.slug).slug, order);
  const former = new Map(state.script.stories.map((story) => [story.slug, story]));
  const stories = order.script.stories.map((story) => {
    const same = former.get(story.slug);
    return same !== undefined && saysTheSame(same, story) ? same : story;
  });
  const meant = new Set(stories.filter((story) => story !== former.get(story.slug)).map(({ slug }) => slug));
  return { ...order, script: { ...order.script, stories }, meant };
}

function saysTheSame(a: ScriptStory, b: ScriptStory): boolean {
  return JSON.stringify({ ...a, picture: undefined }) === JSON.stringify({ ...b, picture: undefined });
}

/** The edition as it is, with one story of the order. */
function onlyStory(
  state: EditionState,
  slug: string,
  order: Omit<RegenerateOrder, 'meant'>,
): RegenerateOrder {
  const fresh = order.script.stories.find((story) => story.slug === slug);
  if (fresh === undefined || fresh.segments.length === 0) throw nothingLeft(slug);
  const script: Script = {
    ...state.script,
    stories: state.script.stories.map((story) => (story.slug === slug ? fresh : story)),
  };
  const others = state.notices.filter((notice) => notice.story !== undefined && notice.story !== slug);
  const own = order.notices.filter((notice) => notice.story === undefined || notice.story === slug);
  return { ...order, issue: state.issue, script, notices: [...others, ...own], meant: new Set([slug]) };
}

function changeStory(
  edit: StoryEdit,
  spoken: ScriptStory,
  written: ScriptStory,
  change: StoryChange,
): StoryEdit {
  const { text, voice } = change;
  const changed: StoryEdit = {
    ...edit,
    ...(text === undefined ? {} : { text: { markdown: text, writtenOver: fingerprint(written) } }),
    ...(voice === undefined ? {} : { voice }),
  };
  return spoken.segments.reduce((sum, segment) => {
    const order = takeOrder(segment.id, segment.speech, change);
    return order === undefined ? sum : withSegmentEdit(sum, segment, order);
  }, changed);
}

function takeOrder(id: string, speech: string, change: StoryChange): Partial<SegmentEdit> | undefined {
  const key = change.keptTakes?.get(id);
  if (key !== undefined) return { keptTake: { key, speech }, take: undefined };
  const take = change.takeNumbers?.get(id);
  return take === undefined ? undefined : { take, keptTake: undefined };
}

/** Edits as they were before for one story, and as they are now for the others. */
export function restoreStoryEdit(now: Edits, former: Edits, slug: string): Edits {
  return withStoryEdit(now, slug, () => former.stories[slug] ?? {});
}

function nothingLeft(slug: string): AudioEditionError {
  return new AudioEditionError(
    `With this change nothing of the story "${slug}" would be spoken; give it some text, or leave it out of the issue.`,
    { code: 'story-empty', stage: 'script', fault: 'input', data: { story: slug } },
  );
}
