import type { Document, Element, ParentNode } from 'domhandler';
import { elementRuleFor } from './element-rules.js';
import { levelOfElement } from './elements.js';
import { textLengths } from './text-share.js';
import { elementsBelow } from './tree.js';

/** An element that names itself the article must hold this share (0–1) of the page's text, furniture aside. */
const LEAST_SHARE = 0.5;
/** Of two that lie in each other the inner is taken if it holds this share (0–1) of the outer's text. */
const LEAST_SHARE_OF_OUTER = 0.6;

const ARTICLE_CLASS =
  /(?:^|\s)(?:post-content|entry-content|article-content|article-body|article__body|post-body|post__content|gh-content|available-content|body-markup|rich-text|newsletter-content|issue-content|email-body-inner|content-body|story-body|single-post)(?:\s|$)/;

/**
 * The element of a page that holds the issue, where one says so (`article`, `main`, a usual class) and holds most of
 * the text; undefined for fragments, mails and pages that tell nothing: there, all that is no furniture is the issue.
 * `lengths` are the characters of text below every element.
 */
export function articleOf(document: Document, lengths: ReadonlyMap<ParentNode, number>): Element | undefined {
  const candidates = [...elementsBelow(document)].filter(namesArticle);
  if (candidates.length === 0) return undefined;
  const prose = proseLengths(document, lengths);
  const total = prose.get(document) ?? 0;
  let chosen: Element | undefined;
  for (const element of candidates) {
    const own = prose.get(element) ?? 0;
    const outer =
      chosen && isInside(element, chosen)
        ? (prose.get(chosen) ?? 0) * LEAST_SHARE_OF_OUTER
        : total * LEAST_SHARE;
    const isBetter = own >= outer && (!chosen || isInside(element, chosen) || own > (prose.get(chosen) ?? 0));
    if (isBetter && own > 0) chosen = element;
  }
  return chosen;
}

function namesArticle(element: Element): boolean {
  const { class: className = '', role, itemprop } = element.attribs;
  return (
    element.name === 'article' ||
    element.name === 'main' ||
    role === 'main' ||
    role === 'article' ||
    itemprop === 'articleBody' ||
    ARTICLE_CLASS.test(className)
  );
}

/** Characters of text below every element, without what the element rules leave out. */
function proseLengths(
  document: Document,
  all: ReadonlyMap<ParentNode, number>,
): ReadonlyMap<ParentNode, number> {
  const total = Math.max(1, all.get(document) ?? 1);
  return textLengths(
    document,
    (element) => elementRuleFor(element, (all.get(element) ?? 0) / total) === undefined,
  );
}

/** Whether an element stands inside another; depth is bounded by the tree's. */
export function isInside(element: Element, outer: ParentNode): boolean {
  for (let node: ParentNode | null = element.parent; node; node = node.parent) {
    if (node === outer) return true;
  }
  return false;
}

/** The elements that the article stands in; what else stands in them stands beside it. */
export function ancestorsOf(article: Element | undefined): ReadonlySet<ParentNode> {
  const ancestors = new Set<ParentNode>();
  for (let node = article?.parent ?? null; node; node = node.parent) ancestors.add(node);
  return ancestors;
}

/** Templates put the title of an issue above the element that holds its text. */
export function holdsTopHeading(element: Element): boolean {
  if (levelOfElement(element) === 1) return true;
  for (const inner of elementsBelow(element)) if (levelOfElement(inner) === 1) return true;
  return false;
}
