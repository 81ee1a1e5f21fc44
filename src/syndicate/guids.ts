import type { Show } from '../edition.js';
import { PODCAST_NAMESPACE, uuidV5 } from './uuid.js';

/**
 * A show's `podcast:guid`, made from its feed's address without scheme and trailing slashes, as the standard
 * wants it (podcast-namespace, docs/tags/guid.md). Made once: when the show moves, it keeps its GUID.
 */
export function makeShowGuid(baseUrl: string): string {
  const name = `${baseUrl}/feed.xml`.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  return uuidV5(name, PODCAST_NAMESPACE);
}

/**
 * An edition's GUID: made from its slug, which is its identity, so that it is the same for ever, wherever the
 * show moves and whatever is corrected. Only a reissue, which is meant to be a new episode, has another one.
 */
export function editionGuid({
  slug,
  reissues,
}: {
  readonly slug: string;
  readonly reissues: number;
}): string {
  const name = reissues === 0 ? slug : `${slug}#${reissues + 1}`;
  return uuidV5(`audio-edition/${name}`, PODCAST_NAMESPACE);
}

/** The show with its GUID: its settings' own, else the one it was given before, else a new one. */
export function withGuid(show: Show, given: string | undefined): Show {
  if (show.guid !== undefined) return show;
  const guid = given ?? (show.baseUrl === undefined ? undefined : makeShowGuid(show.baseUrl));
  return guid === undefined ? show : { ...show, guid };
}
