import type { Block, Issue, Picture, StoryKind } from '../edition.js';
import { headingRoles } from './heading-roles.js';
import { isLetter } from './letter.js';

/** A block that is spoken, and where it stands in `Issue.blocks`. */
export interface PlacedBlock {
  readonly block: Block;
  readonly index: number;
  /** What the block is in its story: its own title, the name of the section before it, or its text. */
  readonly part: 'title' | 'label' | 'text';
}

/** A story before anything is put into words: its blocks in reading order. */
export interface StoryOutline {
  readonly title: string;
  readonly kind: StoryKind;
  readonly url?: string;
  readonly picture?: Picture;
  readonly blocks: readonly PlacedBlock[];
}

interface Draft {
  title?: string;
  kind: StoryKind;
  readonly blocks: PlacedBlock[];
}

/** Divides an issue's spoken blocks into stories; blocks that are excluded or skipped belong to none. */
export function outline(issue: Issue): readonly StoryOutline[] {
  const drafts = collect(issue);
  const stories = drafts.filter((draft) => draft.blocks.length > 0);
  const isOnly = stories.length === 1;
  return stories.map((draft, at) => finish(draft, issue, at === 0, isOnly));
}

function collect(issue: Issue): readonly Draft[] {
  const roles = headingRoles(issue.blocks);
  const drafts: Draft[] = [{ kind: 'story', blocks: [] }];
  let labels: PlacedBlock[] = [];
  let orderedStory: string | undefined;
  const start = (kind: StoryKind, title: string, first?: PlacedBlock) => {
    drafts.push({ kind, title, blocks: [...labels, ...(first ? [first] : [])] });
    labels = [];
  };
  issue.blocks.forEach((block, index) => {
    if (!isSpoken(block)) return;
    const ordered = block.order?.story;
    if (ordered !== undefined && ordered !== orderedStory) start('story', ordered);
    orderedStory = ordered;
    const role = roles.get(index);
    if (ordered === undefined && role === 'label') labels.push({ block, index, part: 'label' });
    else if (ordered === undefined && (role === 'title' || role === 'sponsor' || role === 'section'))
      start(role === 'title' ? 'story' : role, oneLine(block.text), { block, index, part: 'title' });
    else drafts.at(-1)?.blocks.push({ block, index, part: 'text' });
  });
  drafts.at(-1)?.blocks.push(...labels);
  return drafts;
}

/** Whether a block is to be heard. */
export function isSpoken(block: Block): boolean {
  if (block.order?.skip !== undefined) return !block.order.skip;
  return block.excluded === undefined;
}

function finish(draft: Draft, issue: Issue, isFirst: boolean, isOnly: boolean): StoryOutline {
  const isOpening = isFirst && draft.kind === 'story';
  const kind =
    isOpening && isLetter(draft.blocks, draft.title === undefined && !isOnly) ? 'letter' : draft.kind;
  const picture = pictureOf(draft.blocks, issue);
  const url = draft.blocks.find((placed) => placed.part === 'title')?.block.links?.[0]?.href;
  return {
    title: draft.title ?? titleOfUntitled(kind, issue, isOnly),
    kind,
    blocks: draft.blocks,
    ...(url && /^https?:\/\//i.test(url) ? { url } : {}),
    ...(picture ? { picture } : {}),
  };
}

function titleOfUntitled(kind: StoryKind, issue: Issue, isOnly: boolean): string {
  if (isOnly) return issue.title;
  return kind === 'letter' ? 'Letter' : 'Introduction';
}

/** The first picture between the story's first block, or right above its title, and its last block. */
function pictureOf(blocks: readonly PlacedBlock[], issue: Issue): Picture | undefined {
  const first = blocks[0]?.index ?? 0;
  const last = blocks.at(-1)?.index ?? first;
  let from = first;
  while (from > 0 && issue.blocks[from - 1]?.picture && issue.blocks[from - 1]?.excluded) from--;
  return issue.blocks.slice(from, last + 1).find((block) => block.picture)?.picture;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
