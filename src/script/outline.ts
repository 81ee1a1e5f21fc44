import type { Block, Issue, Picture, StoryKind } from '../edition.js';
import { isClosingAddress, isEditorialLabel } from '../newsletter-words.js';
import { type HeadingRole, headingRoles } from './heading-roles.js';
import { isLetter } from './letter.js';
import type { PlacedBlock } from './placed-block.js';
import { runInTitles } from './run-in-titles.js';

/** A story before anything is put into words: its blocks in reading order. */
export interface StoryOutline {
  readonly title: string;
  readonly kind: StoryKind;
  readonly url?: string;
  readonly picture?: Picture;
  readonly blocks: readonly PlacedBlock[];
}

interface Draft {
  readonly title?: string;
  readonly kind: StoryKind;
  readonly blocks: PlacedBlock[];
  /** The story that a sponsor's message interrupted. */
  readonly continues?: Draft;
}

/** Divides an issue's spoken blocks into stories; blocks that are excluded or skipped belong to none. */
export function outline(issue: Issue): readonly StoryOutline[] {
  const drafts = new Divider(issue)
    .divide()
    .filter((draft) => draft.blocks.some(({ part }) => part !== 'stand-in'));
  const opening = drafts.find((draft) => draft.kind !== 'sponsor');
  return drafts.map((draft) => finish(draft, draft.continues ?? draft, issue, opening, drafts.length === 1));
}

/** Whether a block is to be heard. */
export function isSpoken(block: Block): boolean {
  if (block.order?.skip !== undefined) return !block.order.skip;
  return block.excluded === undefined;
}

/** Walks through the blocks once and starts a new story wherever one begins. */
class Divider {
  private readonly drafts: Draft[] = [{ kind: 'story', blocks: [] }];
  private readonly roles: ReadonlyMap<number, HeadingRole>;
  private readonly runIn: ReadonlyMap<number, number>;
  private readonly closingFrom: number;
  private labels: PlacedBlock[] = [];
  private orderedStory: string | undefined;

  constructor(private readonly issue: Issue) {
    this.roles = headingRoles(issue.blocks);
    this.runIn = this.roles.size === 0 ? runInTitles(issue.blocks) : new Map();
    this.closingFrom = closingStart(issue.blocks);
  }

  divide(): readonly Draft[] {
    this.issue.blocks.forEach((block, index) => {
      if (isSpoken(block)) this.place(block, index);
      else this.pass(block, index);
    });
    this.current.blocks.push(...this.labels);
    return this.drafts;
  }

  private get current(): Draft {
    return this.drafts.at(-1) ?? this.start('story');
  }

  private start(kind: StoryKind, title?: string): Draft {
    const draft: Draft = {
      kind,
      blocks: this.labels,
      ...(title === undefined ? {} : { title: oneLine(title) }),
    };
    this.labels = [];
    this.drafts.push(draft);
    return draft;
  }

  private place(block: Block, index: number): void {
    const ordered = block.order?.story;
    if (ordered !== undefined && ordered !== this.orderedStory) this.start('story', ordered);
    this.orderedStory = ordered;
    if (ordered !== undefined) this.goOn({ block, index, part: block.text === ordered ? 'title' : 'text' });
    else this.placeByRole(block, index);
  }

  private placeByRole(block: Block, index: number): void {
    const role = this.roles.get(index);
    const titleEnd = this.runIn.get(index);
    if (role === 'label') this.labels.push({ block, index, part: 'label' });
    else if (role === 'sponsor' || role === 'section')
      this.start(role, block.text).blocks.push({ block, index, part: 'title' });
    else if (role === 'title') this.start('story', block.text).blocks.push({ block, index, part: 'title' });
    else if (titleEnd !== undefined)
      this.start('story', titleOf(block.text.slice(0, titleEnd))).blocks.push({
        block,
        index,
        part: 'text',
        titleEnd,
      });
    else {
      if (index === this.closingFrom) this.start('section', 'Closing');
      this.goOn({ block, index, part: 'text' });
    }
  }

  /** Goes on with the story; a label that no new story followed stays where it was written. */
  private goOn(placed: PlacedBlock): void {
    this.current.blocks.push(...this.labels, placed);
    this.labels = [];
  }

  /** What is left out may still be said to be there, and a separator ends a sponsor's message. */
  private pass(block: Block, index: number): void {
    if (block.excluded?.rule === 'separator' && this.endsSponsor()) this.continueBeforeSponsor(index);
    else if (block.kind === 'table' || block.kind === 'code')
      (this.labels.length > 0 ? this.labels : this.current.blocks).push({ block, index, part: 'stand-in' });
  }

  private endsSponsor(): boolean {
    return this.current.kind === 'sponsor' && this.current.blocks.some(({ part }) => part === 'text');
  }

  /** What follows a sponsor's message without a title of its own goes on with the story before it. */
  private continueBeforeSponsor(index: number): void {
    const next = this.issue.blocks.slice(index).find(isSpoken);
    if (!next || next.kind === 'heading') return;
    const before = this.drafts.findLast((draft) => draft.kind !== 'sponsor' && draft.blocks.length > 0);
    this.drafts.push({
      kind: 'story',
      blocks: [],
      ...(before ? { continues: before.continues ?? before } : {}),
    });
  }
}

/** Where the closing address begins: the last blocks, set off by a separator or in italics, that speak to the readers. */
function closingStart(blocks: readonly Block[]): number {
  const spoken = blocks.flatMap((block, index) => (isSpoken(block) ? [index] : []));
  let from = -1;
  for (const index of spoken.slice(-3).reverse()) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph' || index === spoken[0]) break;
    if (isClosingAddress(block.text) && (isAllEmphasised(block) || isSetOff(blocks, index))) from = index;
    else if (!isAllEmphasised(block)) break;
  }
  return from;
}

function isSetOff(blocks: readonly Block[], index: number): boolean {
  for (let i = index - 1; blocks[i]?.excluded; i--) {
    if (blocks[i]?.excluded?.rule === 'separator') return true;
  }
  return false;
}

function isAllEmphasised(block: Block): boolean {
  const covered = (block.emphasis ?? [])
    .filter(({ kind }) => kind === 'emphasis')
    .reduce((sum, { span }) => sum + span[1] - span[0], 0);
  return covered >= block.text.length * 0.9;
}

function finish(
  draft: Draft,
  named: Draft,
  issue: Issue,
  opening: Draft | undefined,
  isOnly: boolean,
): StoryOutline {
  const kind = kindOf(named, named === opening, isOnly);
  const picture = pictureOf(draft.blocks, issue);
  const url = draft.blocks.find((placed) => placed.part === 'title')?.block.links?.[0]?.href;
  return {
    title: named.title ?? titleOfUntitled(kind, issue, isOnly),
    kind,
    blocks: draft.blocks,
    ...(url && /^https?:\/\//i.test(url) ? { url } : {}),
    ...(picture ? { picture } : {}),
  };
}

function kindOf(draft: Draft, isOpening: boolean, isOnly: boolean): StoryKind {
  if (draft.kind === 'sponsor') return 'sponsor';
  if (draft.title !== undefined && isEditorialLabel(draft.title)) return 'letter';
  if (draft.kind === 'story' && isOpening && isLetter(draft.blocks, draft.title === undefined && !isOnly))
    return 'letter';
  return draft.kind;
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
  while (isPictureOrCaption(issue.blocks[from - 1])) from--;
  for (let index = from; index <= last; index++) {
    const picture = issue.blocks[index]?.picture;
    if (picture) return picture;
  }
  return undefined;
}

function isPictureOrCaption(block: Block | undefined): boolean {
  return block?.excluded !== undefined && (block.picture !== undefined || block.kind === 'caption');
}

function titleOf(text: string): string {
  return oneLine(text).replace(/[.:]$/, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
