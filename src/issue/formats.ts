import type { ReadingRule } from '../edition.js';
import type { IssueDocument, ReadOptions } from './document.js';
import type { Reading } from './draft.js';

export type Format = 'html' | 'markdown' | 'text' | 'email' | 'feed' | 'json-feed';

/** What a reader gets: the document, and its text decoded. */
export interface ReaderInput {
  readonly text: string;
  readonly document: IssueDocument;
  readonly options: ReadOptions;
}

/** The reader of every format, loaded when its first document comes. */
export const READERS: Readonly<Record<Format, (input: ReaderInput) => Promise<Reading>>> = {
  html: async ({ text, options }) => (await import('./html/read-html.js')).readHtml(text, rulesOf(options)),
  markdown: async ({ text, options }) => (await import('./markdown.js')).readMarkdown(text, rulesOf(options)),
  text: async ({ text }) => (await import('./text/read-text.js')).readText(text),
  email: async ({ document, options }) => (await import('./email.js')).readEmail(document, rulesOf(options)),
  feed: async ({ text, document, options }) => (await import('./feed.js')).readFeed(text, document, options),
  'json-feed': async ({ text, document, options }) =>
    (await import('./json-feed.js')).readJsonFeed(text, document, options),
};

function rulesOf({ reading }: ReadOptions): { readonly rules?: readonly ReadingRule[] } {
  return reading ? { rules: reading } : {};
}

/** Header lines that every mail has at its very start, one of them at least. */
const MAIL_START = /^(?:From .*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/;
const MAIL_HEADER =
  /^(?:from|to|subject|date|mime-version|message-id|received|return-path|delivered-to|content-type):/gim;

function isMail(start: string): boolean {
  const headers = MAIL_START.exec(start)?.[0];
  return (
    headers !== undefined &&
    (headers.match(MAIL_HEADER)?.length ?? 0) >= 2 &&
    /^(?:from|mime-version|received|message-id):/im.test(headers)
  );
}

function isFeed(start: string): boolean {
  const root = start
    .replace(/<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/gi, '')
    .trimStart();
  return /^<(?:rss|feed|rdf:RDF)[\s>]/i.test(root);
}

/** By the version that every JSON Feed must name (jsonfeed.org/version/1.1). */
function isJsonFeed(start: string): boolean {
  return (
    /^\s*\{/.test(start) && /"version"\s*:\s*"https?:[\\/]+jsonfeed\.org[\\/]+version[\\/]+1/.test(start)
  );
}

const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^---\r?\n[\s\S]{0,4000}?\n---\s*$/m,
  /^#{1,6} \S/m,
  /\[[^\]\n]+\]\([^)\s]+(?: "[^"]*")?\)/,
  /^\[[^\]\n]+\]:\s*\S+/m,
  /!\[[^\]]*\]\(/,
  /(?:^|\s)\*\*[^*\n]+\*\*/,
  /^> \S/m,
  /^```/m,
];

/** Chooses the format by what the text holds; the file's ending only decides what the content leaves open. */
export function formatOf(text: string, name: string): Format {
  const start = text.slice(0, 20_000);
  if (isMail(start)) return 'email';
  if (isFeed(start)) return 'feed';
  if (isJsonFeed(start)) return 'json-feed';
  if (/^\s*(?:<!doctype html|<html|<head|<body)\b/i.test(start)) return 'html';
  const tags =
    start.match(
      /<\/?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|article|section|figure|img|br|a|span|strong|em)\b[^<>]*>/gi,
    )?.length ?? 0;
  const signs = MARKDOWN_SIGNS.filter((sign) => sign.test(start)).length;
  if (/\.(?:md|markdown|mdx)$/i.test(name)) return 'markdown';
  if (/\.x?html?$/i.test(name) && tags > 0) return 'html';
  if (/^\s*<(?:!--|[a-z])/i.test(start) && tags >= 1) return 'html';
  if (tags >= 3 && tags > signs * 2) return 'html';
  if (signs >= 2 || (signs === 1 && /^#{1,6} \S/m.test(start))) return 'markdown';
  return 'text';
}
