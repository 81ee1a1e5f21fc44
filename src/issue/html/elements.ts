import type { Element } from 'domhandler';
import type { EmphasisKind } from '../../edition.js';

/** Elements that begin and end a block of their own. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav noscript object ol p pre search section ' +
    'summary table tbody td template textarea tfoot th thead tr ul video audio svg'
  ).split(' '),
);

/** Elements that mark words, and what the mark is called. */
export const EMPHASIS_ELEMENTS: Readonly<Record<string, EmphasisKind>> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  code: 'code',
  kbd: 'code',
  tt: 'code',
  del: 'deleted',
  s: 'deleted',
  strike: 'deleted',
  sup: 'superscript',
  sub: 'subscript',
};

/** `h3` → 3; undefined for what is no heading. */
export function headingLevel(name: string): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : undefined;
}

/**
 * The level of an element that is a heading; undefined for others. What Substack and others set as a heading below the
 * title is a sentence; what Ghost sets in a cell is the title.
 */
export function levelOfElement(element: Element): number | undefined {
  const { class: className = '' } = element.attribs;
  const level = headingLevel(element.name);
  if (level) return /(?:^|[\s_-])(?:subtitle|dek|standfirst)(?:$|[\s_-])/.test(className) ? undefined : level;
  return element.name === 'td' && /(?:^|\s)(?:post-title|email-title)(?:\s|$)/.test(className)
    ? 1
    : undefined;
}
