import type { Dropped, Issue, Notice, Script, ScriptStory, Show, StageResult, Voices } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { castingFor } from './casting.js';
import { isSpoken, outline } from './outline.js';
import { guessNotices } from './reading-guesses.js';
import { type SegmentMaker, segmentsOf } from './segments.js';
import { storySlugs } from './story-slugs.js';
import { compileLexicon, type Lexicon, unusedEntries } from './verbalize/index.js';

export interface ScriptOptions {
  readonly show: Show;
  readonly voices: Voices;
  /** Name of the engine that will speak: some entries of the lexicon are for one engine only. */
  readonly engine?: string;
  /** The engine's limit: no segment's speech is longer. */
  readonly maxSegmentCharacters?: number;
}

/** Below the limits of all engines (ElevenLabs 5,000 and more, OpenAI 4,096), and short enough to be mended cheaply. */
export const DEFAULT_MAX_SEGMENT_CHARACTERS = 2000;

/**
 * Writes what is said: stories in reading order, each segment with its role, words and pause; what is not said
 * stands in `dropped` with its reason. Throws `AudioEditionError` (`input`) when nothing is left to say.
 */
export function writeScript(issue: Issue, options: ScriptOptions): StageResult<Script> {
  const casting = castingFor(options.voices);
  const lexicon = compileLexicon(options.voices.lexicon, options.engine);
  const maker: SegmentMaker = {
    issue,
    announce: options.show.announce ?? {},
    lexicon,
    verbalized: new Map(),
    lexiconHits: [],
    guesses: [],
    silentBlocks: new Set(),
    roleFor: casting.roleFor,
    speedOf: (role) => speedOf(role, options),
    maxSegmentCharacters: options.maxSegmentCharacters ?? DEFAULT_MAX_SEGMENT_CHARACTERS,
  };
  const stories = writeStories(issue, maker);
  if (stories.length === 0) throw nothingToSay(issue);
  const { blocks: _blocks, ...head } = issue;
  return {
    value: { issue: head, stories, dropped: droppedOf(issue, maker) },
    notices: [...casting.notices(), ...unusedNotices(lexicon, maker), ...guessNotices(maker.guesses)],
  };
}

/** What `voices.json` says of the engine's voice for a role; 1, its own pace, where it says nothing. */
function speedOf(role: string, { voices, engine = '' }: ScriptOptions): number {
  const speed = voices.roles[role]?.[engine]?.speed ?? 1;
  return speed > 0 ? speed : 1;
}

function writeStories(issue: Issue, maker: SegmentMaker): readonly ScriptStory[] {
  const outlines = outline(issue);
  const slugs = storySlugs(outlines.map((story) => story.title));
  return outlines
    .map((story, at) => {
      const { blocks: _blocks, ...head } = story;
      const slug = slugs[at] ?? `story-${at + 1}`;
      return { ...head, slug, segments: segmentsOf(story, slug, outlines[at + 1]?.kind, maker) };
    })
    .filter((story) => story.segments.length > 0);
}

/** An entry that finds nothing may be misspelt, so the editor is told. */
function unusedNotices(lexicon: Lexicon, { lexiconHits }: SegmentMaker): readonly Notice[] {
  return unusedEntries(lexicon, lexiconHits).map((entry) => ({
    code: 'lexicon-unused',
    message: `The lexicon's entry "${entry}" is nowhere in this issue.`,
  }));
}

function droppedOf(issue: Issue, { silentBlocks }: SegmentMaker): readonly Dropped[] {
  return issue.blocks.flatMap((block, index) => {
    const isSilent = silentBlocks.has(block);
    if (isSpoken(block) && !isSilent) return [];
    const why = isSilent ? SILENT : block.order?.skip ? SKIPPED : block.excluded;
    return why
      ? [{ kind: block.kind, text: block.text, rule: why.rule, reason: why.reason, block: index }]
      : [];
  });
}

const SILENT = { rule: 'nothing-to-say', reason: 'It holds nothing that can be said.' };
const SKIPPED = { rule: 'publisher-skip', reason: 'The publisher marked it to be skipped.' };

function nothingToSay(issue: Issue): AudioEditionError {
  const reasons = [
    ...new Set(issue.blocks.flatMap((block) => (block.excluded ? [block.excluded.rule] : []))),
  ];
  const why = reasons.length > 0 ? ` (left out by: ${reasons.join(', ')})` : '';
  return new AudioEditionError(
    `Nothing in "${issue.title}" is to be spoken${why}; see what \`audio-edition script\` says about it.`,
    { code: 'nothing-to-say', stage: 'script', fault: 'input', data: { rules: reasons } },
  );
}
