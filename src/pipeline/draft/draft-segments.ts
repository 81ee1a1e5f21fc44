import type { Dropped, ScriptStory, Segment } from '../../edition.js';
import type { SpeechCost } from '../../speech/index.js';
import type { EditDesk } from '../edit/edit-desk.js';
import type { PublishedEdition } from '../edition-state.js';

/** What is left out costs nothing. */
export const NOTHING: SpeechCost = { segments: 0, newCharacters: 0, keptCharacters: 0, requests: 0 };

/** What it costs to publish a segment as a draft has it. */
export function costOfSegment(
  { speech }: Segment,
  { spoken, kept, newTakeCost }: { spoken: boolean; kept: boolean; newTakeCost: SpeechCost },
): SpeechCost {
  if (!spoken) return NOTHING;
  return kept ? { ...NOTHING, segments: 1, keptCharacters: speech.length } : newTakeCost;
}

/** A story's segments as they would be published, and between them those that are left out. */
export function segmentsInPlace(
  written: ScriptStory,
  ordered: ScriptStory | undefined,
  leftOut: ReadonlySet<string>,
): readonly Segment[] {
  if (ordered === undefined) return written.segments;
  if (!written.segments.some(({ id }) => leftOut.has(id))) return ordered.segments;
  const byId = new Map(ordered.segments.map((segment) => [segment.id, segment]));
  return written.segments.flatMap((segment) =>
    leftOut.has(segment.id) ? [segment] : (byId.get(segment.id) ?? []),
  );
}

/** Ids of a story's segments that an editor leaves out. */
export function leftOutOf({ edits }: EditDesk, slug: string): ReadonlySet<string> {
  const orders = edits.stories[slug]?.segments ?? [];
  return new Set(orders.filter(({ leaveOut }) => leaveOut).map(({ segment }) => segment));
}

/** The segment as it is without an editor's wording. */
export function originalOf(
  { id, source }: Segment,
  slug: string,
  stories: readonly ScriptStory[],
): Segment | undefined {
  const segments = stories.find((story) => story.slug === slug)?.segments ?? [];
  return segments.find((segment) => segment.id === id && segment.source === source);
}

/** A block of the issue, with why a rule left it out. */
export function droppedBlock({ state }: PublishedEdition, index: number): Dropped {
  const { kind = 'paragraph', text = '', excluded } = state.issue.blocks[index] ?? {};
  const { rule, reason } = excluded ?? {
    rule: 'publisher-skip',
    reason: 'The publisher marked it to be skipped.',
  };
  return { kind, text, rule, reason, block: index };
}
