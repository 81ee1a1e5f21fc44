import type { Config } from '../../config.js';
import type { LexiconEntry, Notice, Script, ScriptStory, Segment } from '../../edition.js';
import { findSegment } from '../../edits/apply-edits.js';
import { applyChange, type ChangedEdits, type EditChange } from '../../edits/changes.js';
import { AudioEditionError } from '../../errors.js';
import { type WrittenScript, writeEdited } from '../build/edited-script.js';
import type { EditionState } from '../edition-state.js';

/** An edition with changes that are not published, laid over what it is made from. */
export interface EditDesk extends ChangedEdits {
  readonly state: EditionState;
  /** With the changes to the show's lexicon. */
  readonly config: Config;
  /** What would be said, with what the editor leaves out still in its place. */
  readonly written: WrittenScript;
  /** The same without the changes. */
  readonly before: WrittenScript;
  readonly notices: readonly Notice[];
}

/**
 * Lays changes over an edition, one after the other. Each finds its segment by the words as written, so it still
 * holds where a change before it was taken back.
 *
 * @param config The show's settings without the changes.
 */
export async function openDesk(
  state: EditionState,
  changes: readonly EditChange[],
  config: Config,
): Promise<EditDesk> {
  return changeDesk(await untouchedDesk(state, config), changes);
}

/** The desk with what is published, written anew with the settings as they are now. */
export async function untouchedDesk(state: EditionState, config: Config): Promise<EditDesk> {
  const desk = await writeDesk(state, { edits: state.edits, showLexicon: {} }, config);
  return { ...desk, before: desk.written };
}

/** Lays changes over a desk on which there are none. */
export async function changeDesk(untouched: EditDesk, changes: readonly EditChange[]): Promise<EditDesk> {
  const { state, config, written: before } = untouched;
  let desk: Omit<EditDesk, 'before'> = untouched;
  let changed: ChangedEdits = untouched;
  for (const change of changes) {
    changed = applyChange(changed, placed(change, desk.written.script));
    // Ids of segments count blocks, so they are another one's when a block comes in or goes.
    if (movesSegments(change)) desk = await writeDesk(state, changed, config);
    if (movesSegments(change)) changed = desk;
  }
  return { ...(changed === desk ? desk : await writeDesk(state, changed, config)), before };
}

/**
 * The desk of an edition in which nothing is changed, and no edit moves or hides anything: what is published is
 * what would be written, and nothing has to be verbalized to show it. Undefined where that is not so.
 */
export function publishedDesk(state: EditionState, config: Config): EditDesk | undefined {
  const { issue, script, edits } = state;
  if (Object.keys(edits.stories).length > 0 || edits.speak || edits.storyOrder) return undefined;
  const none = { takeNumbers: new Map(), takeKeys: new Map(), storyVoices: new Map() };
  const written = { ...none, script, edits, asked: issue, plain: script, unworded: script };
  return { state, config, edits, showLexicon: {}, written, before: written, notices: [] };
}

function movesSegments(change: EditChange): boolean {
  return change.kind === 'block' || (change.kind === 'story' && change.set.text !== undefined);
}

async function writeDesk(
  state: EditionState,
  changed: ChangedEdits,
  config: Config,
): Promise<Omit<EditDesk, 'before'>> {
  const withEntries = withShowLexicon(config, changed.showLexicon);
  const { value, notices } = await writeEdited(state.issue, changed.edits, withEntries, {
    keepLeftOut: true,
  });
  const { edits } = value;
  return { state, config: withEntries, showLexicon: changed.showLexicon, edits, written: value, notices };
}

/** Settings with other words for the show's lexicon. */
function withShowLexicon(config: Config, showLexicon: ChangedEdits['showLexicon']): Config {
  const lexicon = { ...config.voices.lexicon };
  for (const [written, spoken] of Object.entries(showLexicon)) {
    if (spoken === null) delete lexicon[written];
    else lexicon[written] = withSay(lexicon[written], spoken);
  }
  return { ...config, voices: { ...config.voices, lexicon } };
}

/** An entry said otherwise; what else it asks for stays. */
function withSay(entry: LexiconEntry | undefined, say: string): LexiconEntry {
  return typeof entry === 'object' ? { ...entry, say } : say;
}

function placed(change: EditChange, script: Script): EditChange {
  if (change.kind !== 'segment') return change;
  const story = script.stories.find(({ slug }) => slug === change.story);
  const segment = story && findSegment(story, change);
  return segment === undefined ? change : { ...change, segment: segment.id, written: segment.source };
}

/**
 * The segment of a desk with this id, and its story.
 *
 * @throws AudioEditionError `segment-unknown` (`input`).
 */
export function segmentOnDesk(
  { written }: EditDesk,
  id: string,
): { readonly story: ScriptStory; readonly segment: Segment } {
  for (const story of written.script.stories) {
    const segment = story.segments.find((one) => one.id === id);
    if (segment !== undefined) return { story, segment };
  }
  const { slug } = written.script.issue;
  throw new AudioEditionError(`The edition "${slug}" has no segment "${id}"; look at its stories again.`, {
    code: 'segment-unknown',
    stage: 'script',
    fault: 'input',
    data: { segment: id },
  });
}

/**
 * The story of a desk with this slug.
 *
 * @throws AudioEditionError `story-unknown` (`input`).
 */
export function storyOnDesk({ written }: EditDesk, slug: string): ScriptStory {
  const story = written.script.stories.find((one) => one.slug === slug);
  if (story !== undefined) return story;
  const choices = written.script.stories.map((one) => one.slug).join(', ');
  throw new AudioEditionError(`There is no story "${slug}"; choose one of: ${choices}.`, {
    code: 'story-unknown',
    stage: 'script',
    fault: 'input',
    data: { story: slug },
  });
}
