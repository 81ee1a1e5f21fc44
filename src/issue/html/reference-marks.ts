import { type Element, isTag } from 'domhandler';
import { textBelow } from './tree.js';

/** The number or sign that leads to a footnote, as Markdown, Ghost, Substack and WordPress write it. */
export function isReferenceMark(element: Element): boolean {
  const { class: className = '', href = '', id = '' } = element.attribs;
  if (element.name === 'a')
    return /footnote-(?:anchor|ref|number|backref)/.test(className) || /^#_?(?:fn|footnote)/.test(href);
  if (element.name !== 'sup') return false;
  return (
    /footnote/.test(className) ||
    /^fnref/.test(id) ||
    (/^\[?(?:\d{1,3}|[*†‡])\]?$/.test(textBelow(element)) && hasAnchor(element))
  );
}

function hasAnchor(element: Element): boolean {
  return element.children.some(
    (child) => isTag(child) && child.name === 'a' && /#/.test(child.attribs['href'] ?? ''),
  );
}
