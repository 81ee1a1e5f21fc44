import type { Segment } from '../edition.js';
import type { EditChange } from '../edits/changes.js';
import type { EditOrder } from '../edits/orders.js';
import { placesOf, sayHere } from '../edits/say-here.js';
import { AudioEditionError } from '../errors.js';
import { type EditDesk, segmentOnDesk, storyOnDesk } from './edit-desk.js';
import { fingerprint, writeEdited } from './edited-script.js';
import { freshTakeNumbers } from './take-history.js';

/** An order in terms of an edition's edits. */
export interface ResolvedOrder {
  readonly changes: readonly EditChange[];
  /** In words, for people: "“$2.50” is “two dollars fifty”". */
  readonly title: string;
  readonly story?: string;
  readonly segment?: string;
}

type OrderOf<Kind extends EditOrder['kind']> = Extract<EditOrder, { readonly kind: Kind }>;

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

function resolveSay(order: OrderOf<'say'>, desk: EditDesk): ResolvedOrder {
  const { scope, spoken } = order;
  const written = order.written.trim();
  const title =
    spoken === undefined ? `“${written}” is said as it would be` : `“${written}” is “${spoken.trim()}”`;
  if (scope !== 'segment') {
    const change = { written: keyFor(written, desk), spoken: spoken?.trim() ?? null };
    return {
      changes: [{ kind: scope === 'show' ? 'show-lexicon' : 'lexicon', ...change }],
      title: `${title}${scope === 'show' ? ', in the show from now on' : ', in this edition'}`,
      ...(order.segment === undefined ? {} : placeOf(desk, order.segment)),
    };
  }
  if (order.segment === undefined) throw noSuchWords(written, 'no segment is named');
  if (spoken === undefined) return onSegment(desk, order.segment, { speech: null }, title);
  const { segment } = segmentOnDesk(desk, order.segment);
  const places = order.source === undefined ? placesOf(written, segment.source) : [order.source];
  if (places.length === 0) throw noSuchWords(written, `it is not in "${excerpt(segment.source)}"`);
  return onSegment(desk, segment.id, { speech: sayHere(segment, places, spoken.trim()) }, title);
}

/** Two entries for one word, in capitals and without, would leave open which of them holds. */
function keyFor(written: string, { config, edits }: EditDesk): string {
  const entries = { ...config.voices.lexicon, ...edits.lexicon };
  if (written in entries) return written;
  const isPlain = (key: string) => {
    const entry = entries[key];
    return typeof entry === 'string' || !(entry?.pattern || entry?.caseSensitive);
  };
  const wanted = written.toLowerCase();
  return Object.keys(entries).find((key) => key.toLowerCase() === wanted && isPlain(key)) ?? written;
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

async function resolveStory(
  order: OrderOf<'voice' | 'story-spoken' | 'story-text'>,
  desk: EditDesk,
): Promise<ResolvedOrder> {
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
  const text = { markdown: order.markdown, writtenOver: await writtenOver(desk, slug) };
  return resolved({ text }, 'Another text');
}

/** What the issue says in a story, in short, before an editor changes it. */
async function writtenOver({ state, edits, config }: EditDesk, slug: string): Promise<string> {
  const untouched = await writeEdited(state.issue, { schema: 1, stories: {}, speak: edits.speak }, config);
  const story = untouched.value.script.stories.find((one) => one.slug === slug);
  return story === undefined ? '' : fingerprint(story);
}

function onSegment(
  desk: EditDesk,
  id: string,
  set: Extract<EditChange, { readonly kind: 'segment' }>['set'],
  title: string,
): ResolvedOrder {
  const { story, segment } = segmentOnDesk(desk, id);
  return { changes: [segmentChange(story.slug, segment, set)], title, story: story.slug, segment: id };
}

function segmentChange(
  story: string,
  { id, source }: Segment,
  set: Extract<EditChange, { readonly kind: 'segment' }>['set'],
): EditChange {
  return { kind: 'segment', story, segment: id, written: source, set };
}

function placeOf(desk: EditDesk, id: string): { readonly story: string; readonly segment: string } {
  return { story: segmentOnDesk(desk, id).story.slug, segment: id };
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

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

function nothingToSay(segment: string): AudioEditionError {
  return new AudioEditionError(`There are no words to say in "${segment}"; leave the segment out instead.`, {
    code: 'speech-empty',
    stage: 'script',
    fault: 'input',
    data: { segment },
  });
}

function noSuchWords(written: string, why: string): AudioEditionError {
  return new AudioEditionError(`"${written}" can't be said otherwise there: ${why}.`, {
    code: 'words-unknown',
    stage: 'script',
    fault: 'input',
    data: { written },
  });
}
