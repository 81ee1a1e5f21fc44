import type { Document } from 'domhandler';
import { isoDate } from '../dates.js';
import type { DocumentHead } from '../draft.js';
import { visibleText } from './inline-text.js';
import { elementsBelow, textBelow } from './tree.js';

const TITLE_NAMES = ['og:title', 'twitter:title', 'dc.title', 'title'];
const DATE_NAMES = [
  'article:published_time',
  'og:published_time',
  'date',
  'dc.date',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'datepublished',
];

/** What the head of a page says about the issue: title, date, language, canonical address, picture. */
export function metadataOf(document: Document): DocumentHead {
  const meta = new Map<string, string>();
  const found: { title?: string; language?: string; canonical?: string; time?: string } = {};
  for (const element of elementsBelow(document)) {
    const { attribs, name } = element;
    if (name === 'meta') {
      const key = (attribs['property'] ?? attribs['name'] ?? attribs['itemprop'] ?? '').toLowerCase();
      if (key && !meta.has(key)) meta.set(key, attribs['content'] ?? '');
    } else if (name === 'title') found.title ??= textBelow(element);
    else if (name === 'html' && attribs['lang']) found.language ??= attribs['lang'];
    else if (name === 'link' && attribs['rel'] === 'canonical') found.canonical ??= attribs['href'] ?? '';
    else if (name === 'time' && attribs['datetime']) found.time ??= attribs['datetime'];
  }
  const named = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value);
  return compact({
    title: visibleText(titleOf(found.title, named(TITLE_NAMES))).trim(),
    date: isoDate(named(DATE_NAMES) ?? found.time ?? ''),
    language: found.language,
    url: webAddress(found.canonical) ?? webAddress(meta.get('og:url')),
    picture: pictureOf(webAddress(meta.get('og:image')), meta.get('og:image:alt')),
  });
}

/** What a mail program has not filled in: `*|MC:SUBJECT|*`, `{{ subject }}`. */
const MERGE_TAG = /\*\|[^|]+\|\*|\{\{[^}]+\}\}|%%[^%]+%%/;

/** `<title>` often ends with the site's name, which the title for sharing does without. */
function titleOf(written = '', shared = ''): string {
  const title = MERGE_TAG.test(written) ? '' : written;
  const isPart = shared !== '' && title.toLowerCase().startsWith(shared.toLowerCase());
  return isPart || title === '' ? shared : title;
}

function pictureOf(url: string | undefined, alt = ''): DocumentHead['picture'] {
  return url ? { url, alt } : undefined;
}

function webAddress(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

type Loose = { readonly [Key in keyof DocumentHead]: DocumentHead[Key] | undefined };

function compact(head: Loose): DocumentHead {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined && value !== ''));
}
