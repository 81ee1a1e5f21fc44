import { type Element, isTag, type ParentNode } from 'domhandler';

/**
 * How many characters of text stand in every element below the root, in one walk without recursion; elements that
 * `counts` refuses are left out with all that is in them.
 */
export function textLengths(
  root: ParentNode,
  counts: (element: Element) => boolean = () => true,
): ReadonlyMap<ParentNode, number> {
  const lengths = new Map<ParentNode, number>();
  const order: ParentNode[] = [root];
  for (let i = 0; i < order.length; i++) {
    const node = order[i];
    if (!node) continue;
    let own = 0;
    for (const child of node.children) {
      if (child.type === 'text') own += child.data.trim().length;
      else if (isTag(child) && !isSilent(child) && counts(child)) order.push(child);
    }
    lengths.set(node, own);
  }
  for (const node of order.reverse()) {
    const parent = node.parent;
    if (parent) lengths.set(parent, (lengths.get(parent) ?? 0) + (lengths.get(node) ?? 0));
  }
  return lengths;
}

/** Elements whose text is no text of the issue. */
export function isSilent(element: Element): boolean {
  return SILENT.has(element.name);
}

const SILENT: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'title',
  'meta',
  'link',
  'base',
  'param',
  'source',
  'track',
]);
