import slugify from '@sindresorhus/slugify';

const LONGEST_SLUG_CHARACTERS = 60;

/** A slug for every title, made from the title alone, so that editing a body changes none; equal ones are numbered. */
export function storySlugs(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const lastNumber = new Map<string, number>();
  return titles.map((title) => {
    const base = slugOfTitle(title);
    let slug = base;
    while (taken.has(slug)) {
      const number = (lastNumber.get(base) ?? 1) + 1;
      lastNumber.set(base, number);
      slug = `${base}-${number}`;
    }
    taken.add(slug);
    return slug;
  });
}

function slugOfTitle(title: string): string {
  const slug = slugify(title.slice(0, 300), { decamelize: false }).replace(/[^a-z0-9-]/g, '');
  if (slug.length <= LONGEST_SLUG_CHARACTERS) return slug || 'story';
  const end = slug.lastIndexOf('-', LONGEST_SLUG_CHARACTERS);
  return slug.slice(0, end > LONGEST_SLUG_CHARACTERS / 2 ? end : LONGEST_SLUG_CHARACTERS);
}
