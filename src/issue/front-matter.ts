import { isoDate } from './dates.js';
import type { DocumentHead } from './draft.js';

/** The head that a Markdown file carries between `---` lines, and what comes after it. */
export interface FrontMatter {
  readonly head: DocumentHead;
  readonly body: string;
  /** The body's first line in the file, from 1. */
  readonly bodyLine: number;
}

/** Splits YAML (`---`) or TOML (`+++`) front matter off; only plain `key: value` lines of it are read. */
export function frontMatterOf(text: string): FrontMatter {
  const match = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { head: {}, body: text, bodyLine: 1 };
  const [whole, , inner = ''] = match;
  if (!/^[\w-]+\s*[:=]/m.test(inner)) return { head: {}, body: text, bodyLine: 1 };
  return { head: headOf(inner), body: text.slice(whole.length), bodyLine: whole.split('\n').length };
}

function headOf(inner: string): DocumentHead {
  const fields = new Map<string, string>();
  for (const [, key = '', value = ''] of inner.matchAll(/^([\w-]+)\s*[:=]\s*(.*?)\s*$/gm)) {
    fields.set(key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2'));
  }
  const first = (...keys: string[]) => keys.map((key) => fields.get(key)).find((value) => value);
  const title = first('title', 'subject');
  const date = isoDate(first('date', 'published', 'publishdate', 'pubdate') ?? '');
  const language = first('lang', 'language');
  const url = first('canonical', 'canonical_url', 'url', 'link');
  return {
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(language ? { language } : {}),
    ...(url && /^https?:/.test(url) ? { url } : {}),
  };
}
