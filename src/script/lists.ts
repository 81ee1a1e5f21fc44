import type { Block } from '../edition.js';
import type { PlacedBlock } from './placed-block.js';

/** Neighbouring bullets of one depth; what is nested in them are lists of their own. */
export interface BulletList {
  readonly items: readonly Block[];
  /** What stands right above the first item: a lead-in, a heading, or the bullet that this list is nested in. */
  readonly leadIn: Block | undefined;
  /** Bullets of a deeper list stand between its items. */
  readonly isParent: boolean;
}

interface OpenList {
  readonly level: number;
  readonly items: Block[];
  readonly leadIn: Block | undefined;
  isParent: boolean;
}

/** The lists of a story, each before those that are nested in it. */
export function listsOf(blocks: readonly PlacedBlock[]): readonly BulletList[] {
  const lists: OpenList[] = [];
  /** The list of the current bullet, behind those that it is nested in. */
  let open: OpenList[] = [];
  let above: Block | undefined;
  for (const { block, part } of blocks) {
    if (isItem(block, part)) {
      const list = listAt(block, open) ?? begin(block, above, open);
      if (list.items.length === 0) lists.push(list);
      list.items.push(block);
    } else open = [];
    above = block;
  }
  return lists;
}

/** The open list that a bullet goes on with; deeper ones end before it. */
function listAt(block: Block, open: OpenList[]): OpenList | undefined {
  while ((open.at(-1)?.level ?? 0) > levelOf(block)) open.pop();
  const last = open.at(-1);
  if (last?.level !== levelOf(block)) return undefined;
  if (goesOn(last, block)) return last;
  open.pop();
  return undefined;
}

function begin(block: Block, leadIn: Block | undefined, open: OpenList[]): OpenList {
  const parent = open.at(-1);
  if (parent !== undefined) parent.isParent = true;
  const list = { level: levelOf(block), items: [], leadIn, isParent: false };
  open.push(list);
  return list;
}

/** Words of the publisher's own, or of another voice, take a bullet out of its list. */
function isItem({ kind, order }: Block, part: PlacedBlock['part']): boolean {
  return kind === 'bullet' && part === 'text' && order?.say === undefined && order?.role === undefined;
}

function levelOf({ level = 1 }: Block): number {
  return level;
}

/** Numbered and plain bullets make two lists, and so does a list that begins with one again; a countdown ends with it. */
function goesOn({ items }: OpenList, { ordinal }: Block): boolean {
  const first = items[0]?.ordinal;
  const last = items.at(-1)?.ordinal;
  if (ordinal === undefined || first === undefined || last === undefined) return ordinal === last;
  return ordinal !== 1 || last === 1 || (last === 2 && first >= 2);
}
