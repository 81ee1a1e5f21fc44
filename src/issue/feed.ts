import { type Document, type Element, isTag } from 'domhandler';
import { innerText } from 'domutils';
import type { ReadingRule } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { isoDate } from './dates.js';
import { type IssueDocument, nameOf } from './document.js';
import type { Reading } from './draft.js';
import { readHtml } from './html/read-html.js';
import { elementsBelow, parseXml } from './html/tree.js';

/** One entry of a feed. */
export interface Entry {
  readonly title: string;
  readonly url: string;
  readonly id: string;
  readonly date: string | undefined;
  readonly time: number;
  readonly html: string;
  readonly language?: string;
}

/**
 * Reads one entry of an RSS or Atom feed, with its full content: the newest, or the one that `entry` names by its
 * number (from 1, newest first) or its address. The XML reader knows no entities of a document's own, hence no bombs.
 */
export function readFeed(xml: string, document: IssueDocument, options: FeedOptions = {}): Reading {
  const feed = parseXml(xml);
  return readEntry({ entries: entriesOf(feed), ...languageOf(feed) }, document, options);
}

export interface FeedOptions {
  /** Number from 1, newest first, or address of the entry; default the newest. */
  readonly entry?: string;
  readonly reading?: readonly ReadingRule[];
}

/** What every format of feeds holds: its entries, and the language that they are written in. */
export interface Feed {
  readonly entries: readonly Entry[];
  readonly language?: string;
}

/** Reads the entry that the options name. Throws `AudioEditionError` (`input`) where there is none such. */
export function readEntry(feed: Feed, document: IssueDocument, options: FeedOptions): Reading {
  const newestFirst = [...feed.entries].sort((a, b) => b.time - a.time);
  const entry = choose(newestFirst, options.entry, document);
  const reading = readHtml(entry.html, options.reading ? { rules: options.reading } : {});
  const language = entry.language ?? feed.language;
  return {
    ...reading,
    head: {
      ...reading.head,
      ...(entry.title ? { title: entry.title } : {}),
      ...(entry.date ? { date: entry.date } : {}),
      ...(/^https?:/.test(entry.url) ? { url: entry.url } : {}),
      ...(language ? { language } : {}),
    },
  };
}

function entriesOf(feed: Document): readonly Entry[] {
  const elements = [...elementsBelow(feed)].filter(({ name }) => name === 'item' || name === 'entry');
  return elements.map(entryOf);
}

function entryOf(element: Element): Entry {
  const children = element.children.filter(isTag);
  const text = (...names: string[]) =>
    names.map((name) => innerTextOf(children, name)).find((value) => value) ?? '';
  const written = text('pubDate', 'published', 'dc:date', 'updated');
  const links = children.filter(({ name }) => name === 'link');
  const alternate = links.find(
    ({ attribs }) => attribs['href'] && (attribs['rel'] ?? 'alternate') === 'alternate',
  );
  return {
    title: text('title'),
    url: alternate?.attribs['href'] ?? text('link'),
    id: text('guid', 'id'),
    date: isoDate(written),
    time: Date.parse(written) || 0,
    html: contentOf(children),
  };
}

function innerTextOf(children: readonly Element[], name: string): string {
  const child = children.find((candidate) => candidate.name === name);
  return child ? innerText(child).replace(/\s+/g, ' ').trim() : '';
}

/** The longest of what an entry carries is its full content, be it escaped, CDATA or XHTML. */
function contentOf(children: readonly Element[]): string {
  const bodies = children
    .filter(({ name }) => /^(?:content:encoded|content|description|summary)$/.test(name))
    .map(htmlOf);
  return bodies.reduce((longest, body) => (body.length > longest.length ? body : longest), '');
}

function htmlOf(element: Element): string {
  return element.attribs['type'] === 'xhtml' ? xhtmlOf(element) : innerText(element);
}

/** XHTML is markup of the feed itself; written out again it is read like any other. */
function xhtmlOf(element: Element): string {
  const parts: string[] = [];
  const stack: (Element['children'][number] | string)[] = [...element.children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (node.type === 'text') parts.push(escaped(node.data));
    else if (isTag(node)) {
      const attributes = Object.entries(node.attribs).map(([name, value]) => ` ${name}="${escaped(value)}"`);
      parts.push(`<${node.name}${attributes.join('')}>`);
      stack.push(`</${node.name}>`, ...[...node.children].reverse());
    } else if (node.type === 'comment') parts.push(`<!--${node.data}-->`);
  }
  return parts.join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function languageOf(feed: Document): { readonly language?: string } {
  for (const element of elementsBelow(feed)) {
    if (element.name === 'item' || element.name === 'entry') break;
    if (element.name === 'language') return { language: innerText(element).trim() };
    if (element.attribs['xml:lang']) return { language: element.attribs['xml:lang'] };
  }
  return {};
}

function choose(entries: readonly Entry[], wanted: string | undefined, document: IssueDocument): Entry {
  const found =
    wanted === undefined
      ? entries[0]
      : /^\d+$/.test(wanted)
        ? entries[Number(wanted) - 1]
        : entries.find((entry) => entry.url === wanted || entry.id === wanted);
  if (found) return found;
  const has = entries.length === 1 ? 'one entry' : `${entries.length} entries`;
  throw new AudioEditionError(
    wanted === undefined
      ? `The feed ${nameOf(document)} has no entries; there is nothing to read.`
      : `The feed ${nameOf(document)} has ${has} and none that --entry ${wanted} names; give a number from 1 (the newest) or an entry's address.`,
    { code: 'feed-entry-missing', stage: 'issue', fault: 'input' },
  );
}
