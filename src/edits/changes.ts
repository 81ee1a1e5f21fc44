import { type Edits, type SegmentEdit, type StoryEdit, withSegmentEdit, withStoryEdit } from './edits.js';

/** `null` takes an order back; what is not named stays. */
type Set<T> = { readonly [Field in keyof T]?: Exclude<T[Field], undefined> | null };

/** An order in terms of the edits: plain data that can be kept and laid over them again. */
export type EditChange =
  | {
      readonly kind: 'segment';
      readonly story: string;
      readonly segment: string;
      readonly written: string;
      readonly set: Set<Omit<SegmentEdit, 'segment' | 'written'>>;
    }
  | { readonly kind: 'story'; readonly story: string; readonly set: Set<Omit<StoryEdit, 'segments'>> }
  /** For this edition; `null`: the entry goes. */
  | { readonly kind: 'lexicon'; readonly written: string; readonly spoken: string | null }
  /** For the show; `null`: the entry goes. */
  | { readonly kind: 'show-lexicon'; readonly written: string; readonly spoken: string | null }
  /** A block that a rule left out, by its text. */
  | { readonly kind: 'block'; readonly text: string; readonly spoken: boolean }
  | { readonly kind: 'story-order'; readonly stories: readonly string[] };

/** An editor's changes to an edition, and those to the show that came along. */
export interface ChangedEdits {
  readonly edits: Edits;
  /** Entries for `voices.json`; `null`: the entry goes. */
  readonly showLexicon: Readonly<Record<string, string | null>>;
}

/** Lays one change over the edits. */
export function applyChange(changed: ChangedEdits, change: EditChange): ChangedEdits {
  const { edits, showLexicon } = changed;
  switch (change.kind) {
    case 'segment':
    case 'story':
      return { ...changed, edits: withStoryEdit(edits, change.story, (edit) => changeStory(edit, change)) };
    case 'lexicon':
      return { ...changed, edits: { ...edits, lexicon: withEntry(edits.lexicon, change) } };
    case 'show-lexicon':
      return { ...changed, showLexicon: { ...showLexicon, [change.written]: change.spoken } };
    case 'block':
      return { ...changed, edits: { ...edits, speak: withText(edits.speak, change) } };
    case 'story-order':
      return { ...changed, edits: { ...edits, storyOrder: change.stories } };
  }
}

function changeStory(
  edit: StoryEdit,
  change: Extract<EditChange, { readonly kind: 'segment' | 'story' }>,
): StoryEdit {
  const set = Object.fromEntries(
    Object.entries(change.set).map(([field, value]) => [field, value ?? undefined]),
  );
  if (change.kind === 'story') return { ...edit, ...set };
  return withSegmentEdit(edit, { id: change.segment, source: change.written }, set);
}

function withEntry(
  lexicon: Edits['lexicon'],
  { written, spoken }: { readonly written: string; readonly spoken: string | null },
): Edits['lexicon'] {
  const { [written]: _, ...others } = lexicon ?? {};
  const entries = spoken === null ? others : { ...others, [written]: spoken };
  return Object.keys(entries).length === 0 ? undefined : entries;
}

function withText(
  texts: Edits['speak'] = [],
  { text, spoken }: { readonly text: string; readonly spoken: boolean },
): Edits['speak'] {
  const others = texts.filter((one) => one !== text);
  const all = spoken ? [...others, text] : others;
  return all.length === 0 ? undefined : all;
}
