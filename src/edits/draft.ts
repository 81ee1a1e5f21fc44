import * as v from 'valibot';
import { AudioEditionError, messageOf } from '../errors.js';
import type { EditChange } from './changes.js';

/** One order of an editor's, in words and as the changes that it came to. */
export interface DraftStep {
  readonly id: string;
  /** When it was ordered, ISO 8601. */
  readonly at: string;
  readonly title: string;
  readonly story?: string | undefined;
  readonly segment?: string | undefined;
  readonly changes: readonly EditChange[];
}

/** What an editor has changed in an edition and not published; `draft.json`. */
export interface Draft {
  readonly schema: 1;
  /** Grows with every change. */
  readonly revision: number;
  /** Oldest first. */
  readonly steps: readonly DraftStep[];
  /** Steps that were taken back and can be made again; the next one last. */
  readonly undone: readonly DraftStep[];
}

export const NO_DRAFT: Draft = { schema: 1, revision: 0, steps: [], undone: [] };

/** All changes of a draft, in their order. */
export function changesOf({ steps }: Draft): readonly EditChange[] {
  return steps.flatMap(({ changes }) => changes);
}

/** Adds a step; what was taken back before can't be made again. */
export function withStep(draft: Draft, step: DraftStep): Draft {
  return { ...draft, revision: draft.revision + 1, steps: [...draft.steps, step], undone: [] };
}

/** Takes back the last step. @throws AudioEditionError `nothing-to-undo` (`input`). */
export function undoStep(draft: Draft): Draft {
  const last = draft.steps.at(-1);
  if (last === undefined) throw nothing('nothing-to-undo', 'There is nothing to undo: nothing is changed.');
  return withoutStep(draft, last.id);
}

/** Makes again what was taken back last. @throws AudioEditionError `nothing-to-redo` (`input`). */
export function redoStep(draft: Draft): Draft {
  const next = draft.undone.at(-1);
  if (next === undefined)
    throw nothing('nothing-to-redo', 'There is nothing to make again: nothing was taken back.');
  const { revision, steps, undone } = draft;
  return { ...draft, revision: revision + 1, steps: [...steps, next], undone: undone.slice(0, -1) };
}

/** Takes back one step, whichever it is; the others stay. @throws AudioEditionError `step-unknown` (`input`). */
export function withoutStep(draft: Draft, id: string): Draft {
  const step = draft.steps.find((one) => one.id === id);
  if (step === undefined) throw nothing('step-unknown', 'This change is not there any more; look again.');
  const steps = draft.steps.filter((one) => one !== step);
  return { ...draft, revision: draft.revision + 1, steps, undone: [...draft.undone, step] };
}

/** Takes back everything. */
export function emptied(draft: Draft): Draft {
  return {
    ...draft,
    revision: draft.revision + 1,
    steps: [],
    undone: [...draft.undone, ...draft.steps.toReversed()],
  };
}

/** What is left once some steps are published. */
export function afterPublishing(draft: Draft, published: readonly DraftStep[]): Draft {
  const ids = new Set(published.map(({ id }) => id));
  const steps = draft.steps.filter(({ id }) => !ids.has(id));
  return { ...draft, revision: draft.revision + 1, steps, undone: [] };
}

const orNull = <T extends v.GenericSchema>(schema: T) => v.exactOptional(v.nullable(schema));

const changeSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('segment'),
    story: v.string(),
    segment: v.string(),
    written: v.string(),
    set: v.strictObject({
      speech: orNull(v.string()),
      leaveOut: orNull(v.boolean()),
      take: orNull(v.number()),
      keptTake: orNull(v.strictObject({ key: v.string(), speech: v.string() })),
    }),
  }),
  v.strictObject({
    kind: v.literal('story'),
    story: v.string(),
    set: v.strictObject({
      voice: orNull(v.string()),
      text: orNull(v.strictObject({ markdown: v.string(), writtenOver: v.string() })),
      leaveOut: orNull(v.boolean()),
    }),
  }),
  v.strictObject({ kind: v.literal('lexicon'), written: v.string(), spoken: v.nullable(v.string()) }),
  v.strictObject({ kind: v.literal('show-lexicon'), written: v.string(), spoken: v.nullable(v.string()) }),
  v.strictObject({ kind: v.literal('block'), text: v.string(), spoken: v.boolean() }),
  v.strictObject({ kind: v.literal('story-order'), stories: v.array(v.string()) }),
]);

const stepSchema = v.strictObject({
  id: v.string(),
  at: v.string(),
  title: v.string(),
  story: v.exactOptional(v.string()),
  segment: v.exactOptional(v.string()),
  changes: v.array(changeSchema),
});

const draftSchema = v.strictObject({
  schema: v.literal(1),
  revision: v.pipe(v.number(), v.integer()),
  steps: v.array(stepSchema),
  undone: v.array(stepSchema),
});

/**
 * Reads `draft.json`.
 *
 * @throws AudioEditionError (`input`) that names the file and the field.
 */
export function parseDraft(text: string, file: string): Draft {
  try {
    return v.parse(draftSchema, JSON.parse(text));
  } catch (cause) {
    const field = cause instanceof v.ValiError ? ` at ${v.getDotPath(cause.issues[0]) ?? 'the top'}` : '';
    throw new AudioEditionError(
      `${file} can't be read${field}: ${messageOf(cause)}; correct it, or remove it to drop what is not published.`,
      { code: 'bad-draft', stage: 'script', fault: 'input', cause, data: { file } },
    );
  }
}

function nothing(code: string, message: string): AudioEditionError {
  return new AudioEditionError(message, { code, stage: 'script', fault: 'input' });
}
