import type { TextSpan } from '../../../../edition.js';

/** A range over characters of an element's text, which may be cut into several nodes. */
export function rangeOver(element: Element, [from, to]: TextSpan): Range | undefined {
  const start = nodeAt(element, from);
  const end = nodeAt(element, to, true);
  if (start === undefined || end === undefined) return undefined;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** Where a point of the page lies in an element's text; `undefined` outside of it. */
export function offsetIn(element: Element, node: Node, offset: number): number | undefined {
  if (!element.contains(node)) return undefined;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}

function nodeAt(element: Element, offset: number, isEnd = false): [Text, number] | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const within = offset - before;
    if (within < node.length || (isEnd && within === node.length)) return [node, within];
    before += node.length;
  }
  return undefined;
}
