import type { ScriptStory, Take, Takes } from '../../edition.js';
import { AudioEditionError } from '../../errors.js';
import { TakeStore } from '../../speech/takes.js';
import type { EditionState } from '../edition-state.js';
import { takesFolderOf } from '../workshop.js';
import type { RegenerateOrder } from './regenerate-order.js';

/** Takes of every story that is not meant to change; of those that are, where going back names them all. @throws AudioEditionError (`input`). */
export async function findKeptTakes(
  order: RegenerateOrder,
  state: EditionState,
  outDir: string,
): Promise<ReadonlyMap<ScriptStory, Takes>> {
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

/** The order without the keys of takes that are no longer kept: those segments are spoken anew. */
export async function onlyKeptKeys(order: RegenerateOrder, outDir: string): Promise<RegenerateOrder> {
  const store = new TakeStore(takesFolderOf(outDir));
  const found = await Promise.all(
    [...order.takeKeys].map(async (entry) => ((await store.find(entry[1])) === undefined ? [] : [entry])),
  );
  return { ...order, takeKeys: new Map(found.flat()) };
}

function takeGone(segment: string): AudioEditionError {
  return new AudioEditionError(
    `The take of "${segment}" is no longer kept, so this story can't be left as it is; build the issue again.`,
    { code: 'take-gone', stage: 'store', fault: 'input', data: { segment } },
  );
}
