import type { Segment, Voices } from '../../edition.js';
import type { EditChange } from '../../edits/changes.js';
import { compileLexicon, lexiconUses } from '../../script/index.js';
import type { EditDesk } from './edit-desk.js';

/** An entry of the edition's or the show's lexicon that stands in the edition, or was just ordered. */
export interface LexiconInUse {
  readonly written: string;
  readonly spoken: string;
  readonly scope: 'edition' | 'show';
  /** Ordered, not published. */
  readonly draft: boolean;
  /** Ids of the segments in which it stands. */
  readonly segments: readonly string[];
}

/** The pronunciations of an edition: its own, and those of the show that its own do not hide. */
export function lexiconInUse(
  desk: EditDesk,
  segments: readonly Segment[],
  changes: readonly EditChange[],
): readonly LexiconInUse[] {
  const show = desk.config.voices.lexicon;
  const edition: Voices['lexicon'] = desk.edits.lexicon ?? {};
  const shown = Object.fromEntries(Object.entries(show).filter(([written]) => !(written in edition)));
  const uses = usesIn(segments, { ...show, ...edition }, desk.state.issue.language);
  const linesOf = (scope: LexiconInUse['scope'], entries: Voices['lexicon']) =>
    Object.entries(entries)
      .map(([written, entry]) => ({
        written,
        spoken: typeof entry === 'string' ? entry : entry.say,
        scope,
        draft: isOrdered(written, scope, changes),
        segments: uses.get(written) ?? [],
      }))
      .filter((line) => line.draft || line.segments.length > 0);
  return [...linesOf('edition', edition), ...linesOf('show', shown)];
}

function usesIn(
  segments: readonly Segment[],
  entries: Voices['lexicon'],
  language: string,
): ReadonlyMap<string, readonly string[]> {
  const lexicon = compileLexicon(entries);
  const uses = new Map<string, string[]>();
  for (const { id, source } of segments) {
    for (const entry of new Set(lexiconUses(source, lexicon, language).map((use) => use.entry)))
      uses.set(entry, [...(uses.get(entry) ?? []), id]);
  }
  return uses;
}

function isOrdered(written: string, scope: LexiconInUse['scope'], changes: readonly EditChange[]): boolean {
  const kind = scope === 'show' ? 'show-lexicon' : 'lexicon';
  return changes.some((change) => change.kind === kind && change.written === written);
}
