import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { SourcePosition } from '../edition.js';
import type { Reading } from './draft.js';
import { frontMatterOf } from './front-matter.js';
import { type HtmlOptions, readHtml } from './html/read-html.js';
import { readText } from './text/read-text.js';

/**
 * Reads CommonMark with GitHub's tables and struck words, footnotes, HTML inside and front matter. What is
 * nested too deeply for the parser, which leaves it out, is read as plain text.
 */
export function readMarkdown(text: string, options: HtmlOptions = {}): Reading {
  const { head, body, bodyLine } = frontMatterOf(text);
  const html = renderer().render(body);
  const reading = readHtml(html, { ...options, positionOf: positionsFrom(html, bodyLine) });
  const isLost = !reading.blocks.some((block) => block.text !== '') && body.trim() !== '';
  return { ...(isLost ? readText(body) : reading), head: { ...reading.head, ...head } };
}

function renderer(): InstanceType<typeof MarkdownIt> {
  const markdown = new MarkdownIt({ html: true, linkify: false }).use(footnotes);
  const render = markdown.renderer.renderToken.bind(markdown.renderer);
  markdown.renderer.renderToken = (tokens, index, options) => {
    const token = tokens[index];
    if (token?.map && token.nesting >= 0) token.attrSet('data-line', String(token.map[0]));
    return render(tokens, index, options);
  };
  return markdown;
}

/** Places in the Markdown, found by the line that the renderer wrote into the nearest tag above. */
function positionsFrom(html: string, bodyLine: number): (offset: number) => SourcePosition {
  const marks = [...html.matchAll(/ data-line="(\d+)"/g)].map((match) => ({
    offset: match.index,
    line: Number(match[1]),
  }));
  let at = 0;
  return (offset) => {
    if ((marks[at]?.offset ?? 0) > offset) at = 0;
    while ((marks[at + 1]?.offset ?? Number.POSITIVE_INFINITY) <= offset) at++;
    return { line: bodyLine + (marks[at]?.line ?? 0) };
  };
}
