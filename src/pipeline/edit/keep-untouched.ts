import type { ScriptStory, Segment } from '../../edition.js';
import type { EditedScript } from '../../edits/apply-edits.js';

/** Two versions of an edition's script, and what is published. */
export interface Versions {
  /** As the edits that are published would have it said now. */
  readonly before: EditedScript;
  readonly after: EditedScript;
  /** Key of the published take by segment id. */
  readonly takes: Readonly<Record<string, string>>;
}

export interface KeptStory {
  readonly story: ScriptStory;
  /** Published takes of the segments that stay, by the ids that these have now. */
  readonly takeKeys: ReadonlyMap<string, string>;
}

/**
 * A changed story in which every segment that no change touches is the published one, with its take: neither a
 * newer program nor settings that changed meanwhile make an editor pay for what was not ordered.
 *
 * @param story As it is after the changes.
 */
export function keepUntouched(
  story: ScriptStory,
  published: ScriptStory,
  { before, after, takes }: Versions,
): KeptStory {
  const former = before.script.stories.find(({ slug }) => slug === story.slug)?.segments ?? [];
  const hasNewVoice = before.storyVoices.get(story.slug) !== after.storyVoices.get(story.slug);
  const partnerOf = pairUp(former, story.segments);
  const takeKeys = new Map<string, string>();
  const segments = story.segments.map((segment) => {
    const partner = partnerOf.get(segment);
    const spoken = published.segments.find(({ id }) => id === partner?.id);
    if (partner === undefined || spoken?.source !== segment.source) return segment;
    if (!isSame(partner, segment) || hasNewVoice || !asksTheSameTake(partner, segment, before, after))
      return segment;
    const key = takes[spoken.id];
    if (key !== undefined) takeKeys.set(segment.id, key);
    return { ...spoken, id: segment.id, pauseAfterSeconds: segment.pauseAfterSeconds };
  });
  return { story: { ...story, segments }, takeKeys };
}

/** Each segment's earlier self, by what is written; of several alike the first goes with the first. */
export function pairUp<Before extends Named, After extends Named>(
  before: readonly Before[],
  after: readonly After[],
): ReadonlyMap<After, Before> {
  const waiting = new Map<string, Before[]>();
  for (const segment of before) {
    const name = nameOf(segment);
    waiting.set(name, [...(waiting.get(name) ?? []), segment]);
  }
  const pairs = new Map<After, Before>();
  for (const segment of after) {
    const partner = waiting.get(nameOf(segment))?.shift();
    if (partner !== undefined) pairs.set(segment, partner);
  }
  return pairs;
}

type Named = Pick<Segment, 'kind' | 'source'>;

function nameOf({ kind, source }: Named): string {
  return `${kind} ${source}`;
}

function isSame(a: Segment, b: Segment): boolean {
  return a.speech === b.speech && a.role === b.role;
}

function asksTheSameTake(a: Segment, b: Segment, before: EditedScript, after: EditedScript): boolean {
  return (
    before.takeNumbers.get(a.id) === after.takeNumbers.get(b.id) &&
    before.takeKeys.get(a.id) === after.takeKeys.get(b.id)
  );
}
