/** How newsletters name their number: `Issue 118`, `No. 7`, `#42`. */
const IN_TITLE = /(?:\b(?:issue|edition|episode|no\.?|nr\.?)\s*|#)(\d{1,5})\b/i;
const IN_SLUG = /^(?:issue|edition|episode|no|nr)-(\d{1,5})$/;

/** The edition's number where its title or slug says one: a whole number above 0. */
export function editionNumber(edition: {
  readonly title: string;
  readonly slug: string;
}): number | undefined {
  const digits = (IN_TITLE.exec(edition.title) ?? IN_SLUG.exec(edition.slug))?.[1];
  const number = Number(digits ?? 0);
  return number > 0 ? number : undefined;
}
