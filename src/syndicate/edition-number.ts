/** What newsletters call their number: `Issue 118`, `No. 7`, `#42`. */
const NUMBER = String.raw`(?:(?:issue|edition|episode|no\.?|nr\.?)\s*|#)(\d{1,5})`;
/** Alone or set off from the rest: `No. 10 Downing Street` has no number. */
const IN_TITLE = new RegExp(String.raw`(?:^|[\s(,:|–—-])${NUMBER}(?=\s*(?:$|[.,:;()|–—]|-\s))`, 'i');
const IN_SLUG = /^(?:issue|edition|episode|no|nr)-(\d{1,5})$/;
const SEPARATOR = String.raw`\s*[:|–—-]\s*`;
/** Also after the newsletter's name: `The Slow Post: Issue 12: A bell`. */
const AT_START = new RegExp(String.raw`(^|[:|–—]\s+)${NUMBER}${SEPARATOR}(?=\S)`, 'i');
const AT_END = new RegExp(String.raw`(?:${SEPARATOR}|,?\s+)(?:\(${NUMBER}\)|${NUMBER})$`, 'i');

/** The edition's number where its title or slug says one: a whole number above 0. */
export function editionNumber(edition: {
  readonly title: string;
  readonly slug: string;
}): number | undefined {
  const digits = (IN_TITLE.exec(edition.title) ?? IN_SLUG.exec(edition.slug))?.[1];
  const number = Number(digits ?? 0);
  return number > 0 ? number : undefined;
}

/**
 * A title without the edition's number, which apps show themselves and directories don't want twice (PSP-1, Apple).
 * Where hardly more than the number tells editions apart (`The Slow Post #42`), it stays.
 */
export function titleWithoutNumber(title: string, showTitle: string): string {
  const rest = title.replace(AT_START, '$1').replace(AT_END, '').trim();
  return rest === '' || isPartOf(rest, showTitle) ? title : rest;
}

function isPartOf(text: string, whole: string): boolean {
  return whole.toLowerCase().includes(text.toLowerCase());
}
