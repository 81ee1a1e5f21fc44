import slugify from '@sindresorhus/slugify';

/** Leaves room for prefixes and endings: a file name ends at 255 bytes. */
const LONGEST_SLUG_CHARACTERS = 80;

/** A name for files and addresses: lower-case ASCII letters, digits and hyphens; never empty, never long. */
export function slugOf(text: string, fallback: string): string {
  const slug = slugify(text.slice(0, 1000)).replace(/[^a-z0-9-]/g, '');
  return cut(slug) || fallback;
}

function cut(slug: string): string {
  if (slug.length <= LONGEST_SLUG_CHARACTERS) return slug;
  const end = slug.lastIndexOf('-', LONGEST_SLUG_CHARACTERS);
  return slug.slice(0, end > LONGEST_SLUG_CHARACTERS / 2 ? end : LONGEST_SLUG_CHARACTERS);
}
