/** Where the page is; stands in the address, so that a reload and a second window find it. */
export type Place =
  | {
      readonly view: 'edition';
      readonly edition?: string;
      readonly story?: string;
      readonly segment?: string;
    }
  /** Giving an issue. */
  | { readonly view: 'new' }
  /** An issue that was read, and what would be spoken of it. */
  | { readonly view: 'issue'; readonly issue: string }
  /** An issue that is being built. */
  | { readonly view: 'job'; readonly job: string };

/** `#/edition/<edition>/<story>/<number>`, `#/new`, `#/issue/<id>`, `#/job/<id>`; anything else is the newest edition. */
export function placeOf(hash: string): Place {
  const [view, first, second, third] = hash.replace(/^#\//, '').split('/').map(decoded);
  if (view === 'new') return { view };
  if (view === 'issue' && first) return { view, issue: first };
  if (view === 'job' && first) return { view, job: first };
  if (view !== 'edition' || !first) return { view: 'edition' };
  return {
    view,
    edition: first,
    ...(second ? { story: second } : {}),
    ...(second && third ? { segment: `${second}/${third}` } : {}),
  };
}

/** The address of a place; `placeOf` reads it. */
export function hashOf(place: Place): string {
  const parts = partsOf(place);
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

function partsOf(place: Place): readonly string[] {
  switch (place.view) {
    case 'new':
      return ['new'];
    case 'issue':
      return ['issue', place.issue];
    case 'job':
      return ['job', place.job];
    case 'edition':
      return ['edition', place.edition, place.story, place.segment?.split('/').at(-1)].filter(
        (part) => part !== undefined,
      );
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
