import type { Edition, Show } from '../edition.js';
import { PODCAST_NAMESPACE, uuidV5 } from './uuid.js';

/**
 * A show's `podcast:guid`, made from its feed's address without scheme and trailing slashes, as the standard
 * wants it (podcast-namespace, docs/tags/guid.md). Made once: when the show moves, it keeps its GUID.
 */
export function makeShowGuid(baseUrl: string): string {
  const name = `${baseUrl}/feed.xml`.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  return uuidV5(name, PODCAST_NAMESPACE);
}

/** What an edition's GUID is made from. */
export type EditionIdentity = Pick<Edition, 'slug' | 'guidSeed'> & { readonly reissues: number };

/**
 * An edition's GUID: made from its slug and from what its manifest keeps for ever, so that it stays the same wherever
 * the show moves and whatever is corrected. Only a reissue, which is meant to be a new episode, has another one.
 */
export function editionGuid({ slug, reissues, guidSeed = PODCAST_NAMESPACE }: EditionIdentity): string {
  const name = reissues === 0 ? slug : `${slug}#${reissues + 1}`;
  return uuidV5(`audio-edition/${name}`, guidSeed);
}

/** What GUIDs of a show's new editions are made from: its own GUID, or where it has none yet, what tells it apart. */
export function makeGuidSeed(show: Show): string {
  return show.guid ?? uuidV5(`${show.author}/${show.title}`, PODCAST_NAMESPACE);
}

/** The show with its GUID: its settings' own, else the one it was given before, else a new one. */
export function withGuid(show: Show, given: string | undefined): Show {
  if (show.guid !== undefined) return show;
  const guid = given ?? (show.baseUrl === undefined ? undefined : makeShowGuid(show.baseUrl));
  return guid === undefined ? show : { ...show, guid };
}
