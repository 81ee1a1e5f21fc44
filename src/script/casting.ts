import type { Notice, StoryKind, Voices } from '../edition.js';

/** Who speaks when nobody else is cast. */
const FALLBACK_ROLE = 'narrator';

const ROLE_OF_KIND: Readonly<Record<StoryKind, string>> = {
  letter: 'letter',
  story: FALLBACK_ROLE,
  sponsor: 'sponsor',
  section: FALLBACK_ROLE,
};

export interface Casting {
  /** The role that speaks a block of a story of this kind, unless the publisher ordered another. */
  readonly roleFor: (kind: StoryKind, ordered?: string) => string;
  /** One notice for every role that was wanted and is not in `voices.json`. */
  readonly notices: () => readonly Notice[];
}

/** Casts roles that `voices.json` knows; the narrator stands in for the others, and a notice says so. */
export function castingFor(voices: Voices): Casting {
  const missing = new Set<string>();
  const roleFor = (kind: StoryKind, ordered?: string): string => {
    const role = ordered ?? ROLE_OF_KIND[kind];
    if (role === FALLBACK_ROLE || Object.hasOwn(voices.roles, role)) return role;
    missing.add(role);
    return FALLBACK_ROLE;
  };
  return { roleFor, notices: () => [...missing].map(roleUnknown) };
}

function roleUnknown(role: string): Notice {
  return {
    code: 'role-unknown',
    message: `voices.json casts no voice for the role "${role}", so the ${FALLBACK_ROLE} speaks it.`,
  };
}
