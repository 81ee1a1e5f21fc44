import type { Config } from '../../config.js';
import type { Issue, Notice, Script, ScriptStory } from '../../edition.js';
import { type EditedScript, withoutLeftOut } from '../../edits/apply-edits.js';
import { AudioEditionError } from '../../errors.js';
import { writeEdited } from '../build/edited-script.js';
import type { EditDesk } from '../edit/edit-desk.js';
import { keepUntouched } from '../edit/keep-untouched.js';
import type { EditionState } from '../edition-state.js';
import { findStory } from '../find-by-name.js';

/** What is to be made, and which stories are meant to differ afterwards. */
export interface RegenerateOrder extends EditedScript {
  readonly issue: Issue;
  readonly notices: readonly Notice[];
  readonly meant: ReadonlySet<string>;
  /** The states that can be brought back afterwards, where that is not as usual. */
  readonly history?: readonly EditionState[];
}

/**
 * The edition with the changes that lie on the desk. A story that they don't touch stays as it is published, and
 * so does every segment of the others.
 *
 * @param options.stories Slugs of stories that are made anew from what the edition keeps whether they are touched
 *   or not, so that they follow the settings as they are now.
 */
export function orderDesk(
  desk: EditDesk,
  { stories: whole = [] }: { readonly stories?: readonly string[] } = {},
): RegenerateOrder {
  const { state } = desk;
  const before = withoutLeftOut(desk.before);
  const after = withoutLeftOut(desk.written);
  const former = storiesOf(state.script);
  const takeKeys = new Map(after.takeKeys);
  const meant = new Set<string>();
  const stories = after.script.stories.map((story) => {
    const published = former.get(story.slug);
    if (whole.includes(story.slug) || published === undefined) {
      meant.add(story.slug);
      return story;
    }
    if (ordersTheSame(story.slug, before, after)) return published;
    meant.add(story.slug);
    const kept = keepUntouched(story, published, { before, after, takes: state.takes });
    for (const [segment, key] of kept.takeKeys) takeKeys.set(segment, key);
    return kept.story;
  });
  for (const slug of whole) if (!stories.some((story) => story.slug === slug)) throw nothingLeft(slug);
  // A story that is spoken no more has nothing to be compared with, but what it ordered is told.
  const spoken = new Set(stories.map(({ slug }) => slug));
  const order = {
    ...after,
    takeKeys,
    issue: state.issue,
    script: { ...state.script, stories, dropped: after.script.dropped },
    notices: noticesFor(state, desk.notices, { meant, spoken }),
    meant,
  };
  return withOpenings(order, state, desk.config);
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
  const former = storiesOf(state.script);
  const stories = order.script.stories.map((story) => {
    const same = former.get(story.slug);
    return same !== undefined && saysTheSame(same, story) ? same : story;
  });
  const meant = new Set(stories.filter((story) => story !== former.get(story.slug)).map(({ slug }) => slug));
  return { ...order, script: { ...order.script, stories }, meant };
}

function storiesOf({ stories }: Script): ReadonlyMap<string, ScriptStory> {
  return new Map(stories.map((story) => [story.slug, story]));
}

function saysTheSame(a: ScriptStory, b: ScriptStory): boolean {
  return JSON.stringify({ ...a, picture: undefined }) === JSON.stringify({ ...b, picture: undefined });
}

/**
 * The music under the opening lies in the first story, so both it and the one that was first sound otherwise where
 * another one comes first; what they say stays.
 */
export function withOpenings(order: RegenerateOrder, state: EditionState, { show }: Config): RegenerateOrder {
  const before = state.script.stories[0];
  const after = order.script.stories[0];
  if (show.sound?.bed === undefined || before?.slug === after?.slug) return order;
  const meant = new Set(order.meant);
  const takeKeys = new Map(order.takeKeys);
  const spoken = order.script.stories.filter(({ slug }) => slug === before?.slug || slug === after?.slug);
  for (const { slug, segments } of spoken) {
    if (meant.has(slug)) continue;
    meant.add(slug);
    for (const { id } of segments) takeKeys.set(id, state.takes[id] ?? '');
  }
  return { ...order, meant, takeKeys };
}

/** Whether two sets of edits make the same of a story: words, takes, voice. */
function ordersTheSame(slug: string, a: EditedScript, b: EditedScript): boolean {
  const made = ({ script, takeNumbers, takeKeys, storyVoices }: EditedScript) => {
    const story = script.stories.find((one) => one.slug === slug);
    const takes = story?.segments.map(({ id }) => [takeNumbers.get(id), takeKeys.get(id)]);
    return JSON.stringify([{ ...story, picture: undefined }, takes, storyVoices.get(slug)]);
  };
  return made(a) === made(b);
}

/** What was told of stories that stay, and what is told now of those that are made anew. */
function noticesFor(
  state: EditionState,
  fresh: readonly Notice[],
  { meant, spoken }: { readonly meant: ReadonlySet<string>; readonly spoken: ReadonlySet<string> },
): readonly Notice[] {
  const kept = state.notices.filter(
    ({ story }) => story !== undefined && !meant.has(story) && spoken.has(story),
  );
  return [...kept, ...fresh.filter(({ story }) => story === undefined || meant.has(story))];
}

/** The edition as it is, with one story of the order. */
function onlyStory(
  state: EditionState,
  slug: string,
  order: Omit<RegenerateOrder, 'meant'>,
): RegenerateOrder {
  const fresh = order.script.stories.find((story) => story.slug === slug);
  if (fresh === undefined) throw nothingLeft(slug);
  const stories = state.script.stories.map((story) => (story.slug === slug ? fresh : story));
  const meant = new Set([slug]);
  const spoken = new Set(stories.map((story) => story.slug));
  const notices = noticesFor(state, order.notices, { meant, spoken });
  return { ...order, issue: state.issue, script: { ...state.script, stories }, notices, meant };
}

function nothingLeft(slug: string): AudioEditionError {
  return new AudioEditionError(
    `With this change nothing of the story "${slug}" would be spoken; give it some text, or leave it out of the issue.`,
    { code: 'story-empty', stage: 'script', fault: 'input', data: { story: slug } },
  );
}
