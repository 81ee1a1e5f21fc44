import type { ReadingRule, SourcePosition } from '../../edition.js';
import type { Reading } from '../draft.js';
import { lineIndex } from '../line-index.js';
import { selectorOrders } from '../reading-rules.js';
import { articleOf } from './article.js';
import { blocksOf } from './blocks.js';
import { metadataOf } from './metadata.js';
import { textLengths } from './text-share.js';
import { parseHtml } from './tree.js';

export interface HtmlOptions {
  /** The show's own rules; those with a selector are applied here. */
  readonly rules?: readonly ReadingRule[];
  /** Offset into the HTML → place in the file that the publisher wrote; default: line and column of the HTML. */
  readonly positionOf?: (offset: number) => SourcePosition;
}

/** Reads HTML: a fragment, a web page or the HTML part of a mail. */
export function readHtml(html: string, options: HtmlOptions = {}): Reading {
  const document = parseHtml(html);
  const head = metadataOf(document);
  const lengths = textLengths(document);
  const article = articleOf(document, lengths);
  const { orders, matched } = selectorOrders(options.rules ?? [], document);
  const blocks = blocksOf(document, {
    positionOf: options.positionOf ?? lineIndex(html),
    orders,
    lengths,
    ...(article ? { article } : {}),
    ...(head.language ? { language: head.language } : {}),
  });
  return { head, blocks, notices: [], matchedRules: matched };
}
