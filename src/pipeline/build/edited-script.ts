import { createHash } from 'node:crypto';
import type { Config } from '../../config.js';
import type { Block, Issue, Notice, Script, ScriptStory, StageResult } from '../../edition.js';
import { type ApplyOptions, applyEdits, type EditedScript } from '../../edits/apply-edits.js';
import { type Edits, withStoryEdit } from '../../edits/edits.js';
import { checkLedger, writeScript } from '../../script/index.js';
import { chooseEngine } from '../../speech/choose-engine.js';
import { ENGINES } from '../../speech/engines/index.js';
import { rewriteStory } from './rewrite-story.js';

/** A script with the editor's changes, and what it was before them. */
export interface WrittenScript extends EditedScript {
  /** The issue with the blocks that an editor has spoken after all. */
  readonly asked: Issue;
  /** What the issue says, in its own order. */
  readonly plain: Script;
  /** With the texts that an editor wrote for stories, and without any other change. */
  readonly unworded: Script;
}

/**
 * Issue → script, with the editor's changes laid over it. The ledger is checked on what the issue says, before
 * an editor leaves anything out.
 */
export async function writeEdited(
  issue: Issue,
  edits: Edits,
  config: Config,
  options: ApplyOptions = {},
): Promise<StageResult<WrittenScript>> {
  const asked = withSpokenBlocks(issue, edits);
  const voices = { ...config.voices, lexicon: { ...config.voices.lexicon, ...edits.lexicon } };
  const engine = engineNameOf(config);
  const written = writeScript(asked, { show: config.show, voices, engine });
  checkLedger(asked, written.value);
  const texts = await withStoryTexts(written.value, edits, { ...config, voices, engine }, options);
  const edited = applyEdits(texts.script, texts.edits, options);
  return {
    value: { ...edited.value, asked, plain: written.value, unworded: texts.script },
    notices: [...written.notices, ...texts.notices, ...edited.notices],
  };
}

/** The engine that would speak; one whose key is missing is complained about when it is to speak. */
function engineNameOf({ engine, environment }: Config): string {
  return engine === 'auto' ? chooseEngine(engine, ENGINES, environment).engine.name : engine;
}

/** What a story's text was when it was replaced, in short; tells whether the issue changed it since. */
export function fingerprint({ segments }: ScriptStory): string {
  return createHash('sha256')
    .update(segments.map(({ source }) => source).join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** Blocks that an editor wants to hear although a rule left them out. */
function withSpokenBlocks(issue: Issue, { speak = [] }: Edits): Issue {
  if (speak.length === 0) return issue;
  const wanted = new Set(speak);
  const spoken = ({ excluded: _, kind, ...block }: Block): Block => ({
    ...block,
    kind: kind === 'bullet' || kind === 'heading' ? kind : 'paragraph',
    order: { ...block.order, skip: false },
  });
  return { ...issue, blocks: issue.blocks.map((block) => (wanted.has(block.text) ? spoken(block) : block)) };
}

/** Gives stories the texts that an editor wrote for them. */
async function withStoryTexts(
  script: Script,
  edits: Edits,
  config: Config,
  { theirs = false }: ApplyOptions,
) {
  const notices: Notice[] = [];
  const stories: ScriptStory[] = [];
  let held = edits;
  for (const story of script.stories) {
    const text = edits.stories[story.slug]?.text;
    const isConflict = text !== undefined && text.writtenOver !== fingerprint(story);
    if (isConflict) notices.push(textConflict(story, theirs));
    const taken =
      text === undefined || (isConflict && theirs) ? undefined : { ...text, writtenOver: fingerprint(story) };
    held = withStoryEdit(held, story.slug, (edit) => ({ ...edit, text: taken }));
    stories.push(
      taken === undefined ? story : await rewriteStory(story, taken.markdown, script.issue, config),
    );
  }
  return { script: { ...script, stories }, edits: held, notices };
}

function textConflict({ slug, title }: ScriptStory, theirs: boolean): Notice {
  return {
    code: 'edit-conflict',
    message: `The issue and an editor both changed the text of "${title}"; ${theirs ? "the issue's version is taken" : "the editor's version is kept (--theirs takes the issue's)"}.`,
    story: slug,
  };
}
