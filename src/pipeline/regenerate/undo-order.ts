import type { ScriptStory } from '../../edition.js';
import { type Edits, withStoryEdit } from '../../edits/edits.js';
import { AudioEditionError } from '../../errors.js';
import type { EditionState, OpenedEdition } from '../edition-state.js';
import { findStory } from '../find-by-name.js';
import type { RegenerateOrder } from './regenerate-order.js';

/** The newest former state; with a story, the newest in which that story was another. */
export function orderUndo(
  { state, history, slug }: OpenedEdition,
  name: string | undefined,
): RegenerateOrder {
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
    meant: new Set(
      stories
        .map((one) => one.slug)
        .filter((one) => (story === undefined ? differs(back, state, one) : one === story)),
    ),
    history: former.slice(0, index),
  };
}

/** Edits as they were before for one story, and as they are now for the others. */
function restoreStoryEdit(now: Edits, former: Edits, slug: string): Edits {
  return withStoryEdit(now, slug, () => former.stories[slug] ?? {});
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

function nothingToUndo(slug: string, story: string | undefined): AudioEditionError {
  const what = story === undefined ? `"${slug}"` : `the story "${story}" of "${slug}"`;
  return new AudioEditionError(`There is nothing to undo: no former state of ${what} is kept.`, {
    code: 'nothing-to-undo',
    stage: 'store',
    fault: 'input',
  });
}
