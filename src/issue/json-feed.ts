import { AudioEditionError } from '../errors.js';
import { isoDate } from './dates.js';
import { type IssueDocument, nameOf } from './document.js';
import type { Reading } from './draft.js';
import { type Entry, type FeedOptions, readEntry } from './feed.js';

/** The fields of a JSON Feed (version 1.1, jsonfeed.org) that say what an issue is; anything may be missing. */
interface JsonFeed {
  readonly language?: unknown;
  readonly items?: unknown;
}

type JsonItem = Readonly<Record<string, unknown>>;

/** Reads one entry of a JSON Feed as `readFeed` does one of an RSS or Atom feed. */
export function readJsonFeed(json: string, document: IssueDocument, options: FeedOptions = {}): Reading {
  const { items, language } = parse(json, document);
  const entries = (Array.isArray(items) ? items : []).filter(isItem).map(entryOf);
  return readEntry({ entries, ...(typeof language === 'string' ? { language } : {}) }, document, options);
}

function parse(json: string, document: IssueDocument): JsonFeed {
  try {
    return JSON.parse(json) as JsonFeed;
  } catch (error) {
    throw new AudioEditionError(
      `The feed ${nameOf(document)} is a JSON Feed but broken; check that the whole of it was saved.`,
      { code: 'feed-broken', stage: 'issue', fault: 'input', cause: error },
    );
  }
}

function isItem(item: unknown): item is JsonItem {
  return typeof item === 'object' && item !== null;
}

function entryOf(item: JsonItem): Entry {
  const text = (...names: readonly string[]) =>
    names
      .map((name) => item[name])
      .find((value): value is string => typeof value === 'string' && value !== '') ?? '';
  const written = text('date_published', 'date_modified');
  const language = text('language');
  return {
    title: text('title'),
    url: text('url', 'external_url'),
    id: typeof item['id'] === 'number' ? String(item['id']) : text('id'),
    date: isoDate(written),
    time: Date.parse(written) || 0,
    html: text('content_html') || asHtml(text('content_text', 'summary')),
    ...(language ? { language } : {}),
  };
}

/** Plain text has paragraphs where it has blank lines. */
function asHtml(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
}
