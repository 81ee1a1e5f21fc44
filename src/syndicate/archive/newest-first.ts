const ORDER = new Intl.Collator('en', { numeric: true });

/** Sorts editions: newest first; of the same day, the one whose slug comes last goes first, and 10 comes after 9. */
export function newestFirst<T extends { readonly slug: string; readonly date: string }>(
  editions: readonly T[],
): readonly T[] {
  return editions.toSorted((a, b) =>
    a.date === b.date ? ORDER.compare(b.slug, a.slug) : a.date < b.date ? 1 : -1,
  );
}
