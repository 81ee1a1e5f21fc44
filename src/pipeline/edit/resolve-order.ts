import type { EditChange } from '../../edits/changes.js';
import type { EditOrder } from '../../edits/orders.js';
import { AudioEditionError } from '../../errors.js';
import { fingerprint } from '../build/edited-script.js';
import { type EditDesk, segmentOnDesk, storyOnDesk } from './edit-desk.js';
import { excerpt, type OrderOf, onSegment, type ResolvedOrder, segmentChange } from './order-changes.js';
import { resolveSay } from './resolve-say.js';
import { freshTakeNumbers } from './take-history.js';

export type { ResolvedOrder } from './order-changes.js';

/**
 * Works out what an order means for an edition as it lies on the desk.
 *
 * @param takesFolder Where takes are kept: another take is one that is not there yet.
 * @throws AudioEditionError (`input`) for a segment, story or block that there is not.
 */
export async function resolveOrder(
  order: EditOrder,
  desk: EditDesk,
  takesFolder: string,
): Promise<ResolvedOrder> {
  switch (order.kind) {
    case 'speech':
      return resolveSpeech(order, desk);
    case 'say':
      return resolveSay(order, desk);
    case 'new-take':
      return resolveNewTake(order, desk, takesFolder);
    case 'choose-take':
      return resolveChosenTake(order, desk);
    case 'segment-spoken':
      return resolveSegmentSpoken(order, desk);
    case 'block-spoken':
      return resolveBlockSpoken(order, desk);
    case 'story-order':
      return resolveStoryOrder(order, desk);
    case 'voice':
    case 'story-spoken':
    case 'story-text':
      return resolveStory(order, desk);
  }
}

function resolveSpeech({ segment: id, speech }: OrderOf<'speech'>, desk: EditDesk): ResolvedOrder {
  const { segment } = segmentOnDesk(desk, id);
  if (speech === undefined)
    return onSegment(
      desk,
      id,
      { speech: null },
      `The program's own words again: “${excerpt(segment.source)}”`,
    );
  const words = speech.trim().replace(/\s+/g, ' ');
  if (words === '') throw nothingToSay(id);
  return onSegment(desk, id, { speech: words }, wordingTitle(segment.speech, words));
}

async function resolveNewTake(
  order: OrderOf<'new-take'>,
  desk: EditDesk,
  takesFolder: string,
): Promise<ResolvedOrder> {
  const story = 'story' in order ? storyOnDesk(desk, order.story) : segmentOnDesk(desk, order.segment).story;
  const ids = 'story' in order ? story.segments.map(({ id }) => id) : [order.segment];
  const { config, written } = desk;
  const numbers = await freshTakeNumbers(story, new Set(ids), config, written.storyVoices, takesFolder);
  const changes = story.segments
    .filter(({ id }) => numbers.has(id))
    .map((segment) =>
      segmentChange(story.slug, segment, { take: numbers.get(segment.id) ?? null, keptTake: null }),
    );
  const title = 'story' in order ? 'The story is spoken anew' : 'A new take';
  return { changes, title, story: story.slug, ...('segment' in order ? { segment: order.segment } : {}) };
}

function resolveChosenTake({ segment: id, take }: OrderOf<'choose-take'>, desk: EditDesk): ResolvedOrder {
  const { speech } = segmentOnDesk(desk, id).segment;
  return onSegment(desk, id, { keptTake: { key: take, speech }, take: null }, 'A take is chosen');
}

function resolveSegmentSpoken(
  { segment: id, spoken }: OrderOf<'segment-spoken'>,
  desk: EditDesk,
): ResolvedOrder {
  const { source, speech } = segmentOnDesk(desk, id).segment;
  const words = excerpt(source || speech);
  const title = spoken ? `Spoken again: “${words}”` : `Left out: “${words}”`;
  return onSegment(desk, id, { leaveOut: spoken ? null : true }, title);
}

function resolveBlockSpoken({ block, spoken }: OrderOf<'block-spoken'>, { state }: EditDesk): ResolvedOrder {
  const { text, excluded, order } = state.issue.blocks[block] ?? {};
  if (!text?.trim() || (excluded === undefined && !order?.skip)) {
    throw new AudioEditionError(
      `Block ${block} of "${state.issue.slug}" is not one that is left out; "audio-edition script" shows those that are.`,
      { code: 'block-unknown', stage: 'script', fault: 'input', data: { block } },
    );
  }
  const title = spoken ? `Spoken after all: “${excerpt(text)}”` : `Left out again: “${excerpt(text)}”`;
  return { changes: [{ kind: 'block', text, spoken }], title };
}

function resolveStoryOrder({ stories }: OrderOf<'story-order'>, desk: EditDesk): ResolvedOrder {
  for (const slug of stories) storyOnDesk(desk, slug);
  return {
    changes: [{ kind: 'story-order', stories: [...new Set(stories)] }],
    title: 'Stories in another order',
  };
}

function resolveStory(
  order: OrderOf<'voice' | 'story-spoken' | 'story-text'>,
  desk: EditDesk,
): ResolvedOrder {
  const { slug, title } = storyOnDesk(desk, order.story);
  const resolved = (set: Extract<EditChange, { readonly kind: 'story' }>['set'], words: string) => ({
    changes: [{ kind: 'story' as const, story: slug, set }],
    title: words,
    story: slug,
  });
  if (order.kind === 'voice') {
    const { voice } = order;
    return resolved(
      { voice: voice ?? null },
      voice === undefined ? "The role's own voice" : `The voice ${voice}`,
    );
  }
  if (order.kind === 'story-spoken')
    return order.spoken
      ? resolved({ leaveOut: null }, `Spoken again: ${title}`)
      : resolved({ leaveOut: true }, `Left out: ${title}`);
  if (order.markdown === undefined) return resolved({ text: null }, "The issue's own text");
  const text = { markdown: order.markdown, writtenOver: writtenOver(desk, slug) };
  return resolved({ text }, 'Another text');
}

/** What the issue says in a story, in short, before an editor changes it. */
function writtenOver({ written }: EditDesk, slug: string): string {
  const story = written.plain.stories.find((one) => one.slug === slug);
  return story === undefined ? '' : fingerprint(story);
}

/** The words that differ, without those around them that stay. */
function wordingTitle(before: string, after: string): string {
  const [old, now] = [before.split(' '), after.split(' ')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (words: readonly string[]) => excerpt(words.slice(start, words.length - end).join(' '));
  if (part(old) === '') return `Said too: “${part(now)}”`;
  return part(now) === '' ? `Not said: “${part(old)}”` : `“${part(old)}” is “${part(now)}”`;
}

function nothingToSay(segment: string): AudioEditionError {
  return new AudioEditionError(`There are no words to say in "${segment}"; leave the segment out instead.`, {
    code: 'speech-empty',
    stage: 'script',
    fault: 'input',
    data: { segment },
  });
}
