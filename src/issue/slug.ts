import slugify from '@sindresorhus/slugify';

/** Long enough to tell what it is, short enough for a line of a mail; leaves room where a file name ends at 255 bytes. */
const LONGEST_SLUG_CHARACTERS = 60;
/** What an editor asks for may be longer. */
const LONGEST_WISH_CHARACTERS = 80;

/** A name for files and addresses: lower-case ASCII letters, digits and hyphens; never empty, never long. */
export function slugOf(text: string, fallback: string): string {
  return slugUpTo(LONGEST_SLUG_CHARACTERS, text) || fallback;
}

/** The same of a name that somebody chose. */
export function wishedSlug(text: string, fallback: string): string {
  return slugUpTo(LONGEST_WISH_CHARACTERS, text) || fallback;
}

/** Cut at a word's end, unless that would leave less than half. */
function slugUpTo(longest: number, text: string): string {
  const slug = slugify(text.slice(0, 1000)).replace(/[^a-z0-9-]/g, '');
  if (slug.length <= longest) return slug;
  const end = slug.lastIndexOf('-', longest);
  return slug.slice(0, end > longest / 2 ? end : longest);
}
