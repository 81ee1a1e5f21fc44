import type { Reading } from './draft.js';

export type Format = 'html' | 'markdown' | 'text' | 'email' | 'feed';

/** The reader of every format, loaded when its first document comes. */
export const READERS: Readonly<Record<'html' | 'markdown' | 'text', (text: string) => Promise<Reading>>> = {
  html: async (text) => (await import('./html/read-html.js')).readHtml(text),
  markdown: async (text) => (await import('./markdown.js')).readMarkdown(text),
  text: async (text) => (await import('./text/read-text.js')).readText(text),
};

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
