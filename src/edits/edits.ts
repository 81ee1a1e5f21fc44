import * as v from 'valibot';
import type { Voices } from '../edition.js';
import { AudioEditionError } from '../errors.js';

/** What an editor ordered for one segment. */
export interface SegmentEdit {
  /** Id when the order was given; with `written`, finds the segment again in a changed issue. */
  readonly segment: string;
  /** The words as written when the order was given. */
  readonly written: string;
  /** How it is said. */
  readonly speech?: string | undefined;
  readonly leaveOut?: boolean | undefined;
  /** Which take is asked for, where the first one, 0, did not please. */
  readonly take?: number | undefined;
  /** An earlier take that is used as long as the same is said. */
  readonly keptTake?: { readonly key: string; readonly speech: string } | undefined;
}

/** What an editor ordered for one story. */
export interface StoryEdit {
  /** Voice for the whole story, as the engine names it. */
  readonly voice?: string | undefined;
  /** The story's text instead of the issue's, as Markdown. */
  readonly text?: { readonly markdown: string; readonly writtenOver: string } | undefined;
  /** The whole story is not spoken. */
  readonly leaveOut?: boolean | undefined;
  readonly segments?: readonly SegmentEdit[] | undefined;
}

/** An editor's changes to one edition, apart from everything derived; `edits.json`. */
export interface Edits {
  readonly schema: 1;
  /** For this edition only; wins over the show's. */
  readonly lexicon?: Voices['lexicon'] | undefined;
  /** Texts of blocks that are spoken although a rule left them out. */
  readonly speak?: readonly string[] | undefined;
  /** Slugs in the order in which the stories are spoken; stories it does not name follow the one before them. */
  readonly storyOrder?: readonly string[] | undefined;
  /** By slug. */
  readonly stories: Readonly<Record<string, StoryEdit>>;
}

export const NO_EDITS: Edits = { schema: 1, stories: {} };

const segmentEdit = v.strictObject({
  segment: v.string(),
  written: v.string(),
  speech: v.optional(v.string()),
  leaveOut: v.optional(v.boolean()),
  take: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  keptTake: v.optional(v.strictObject({ key: v.string(), speech: v.string() })),
});

const storyEdit = v.strictObject({
  voice: v.optional(v.string()),
  text: v.optional(v.strictObject({ markdown: v.string(), writtenOver: v.string() })),
  leaveOut: v.optional(v.boolean()),
  segments: v.optional(v.array(segmentEdit)),
});

const editsSchema = v.strictObject({
  schema: v.literal(1),
  lexicon: v.optional(v.record(v.string(), v.string())),
  speak: v.optional(v.array(v.string())),
  storyOrder: v.optional(v.array(v.string())),
  stories: v.record(v.string(), storyEdit),
});

/**
 * Reads `edits.json`.
 *
 * @throws AudioEditionError (`input`) that names the file and the field; an editor may have written it by hand.
 */
export function parseEdits(text: string, file: string): Edits {
  try {
    return v.parse(editsSchema, JSON.parse(text));
  } catch (cause) {
    const field = cause instanceof v.ValiError ? ` at ${v.getDotPath(cause.issues[0]) ?? 'the top'}` : '';
    throw new AudioEditionError(
      `${file} can't be read${field}: ${(cause as Error).message}; correct it, or remove it to drop the edits.`,
      { code: 'bad-edits', stage: 'script', fault: 'input', cause, data: { file } },
    );
  }
}

/** Changes one story's edits; an edit without content goes. */
export function withStoryEdit(edits: Edits, slug: string, change: (edit: StoryEdit) => StoryEdit): Edits {
  const { [slug]: former = {}, ...others } = edits.stories;
  const changed = change(former);
  return { ...edits, stories: isEmptyEdit(changed) ? others : { ...others, [slug]: changed } };
}

/** Whether an edit orders nothing. */
export function isEmptyEdit(edit: StoryEdit): boolean {
  return Object.values(edit).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );
}

/** Changes one segment's edit; an edit that orders nothing goes. */
export function withSegmentEdit(
  edit: StoryEdit,
  segment: { readonly id: string; readonly source: string },
  change: Partial<Omit<SegmentEdit, 'segment' | 'written'>>,
): StoryEdit {
  const others = (edit.segments ?? []).filter((one) => one.segment !== segment.id);
  const former = (edit.segments ?? []).find((one) => one.segment === segment.id);
  const { segment: _, written: __, ...orders } = { ...former, ...change, segment: '', written: '' };
  const ordersNothing = Object.values(orders).every((value) => value === undefined);
  if (ordersNothing) return { ...edit, segments: others };
  return { ...edit, segments: [...others, { ...orders, segment: segment.id, written: segment.source }] };
}
