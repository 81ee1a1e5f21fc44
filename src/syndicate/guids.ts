import type { Show } from '../edition.js';
import { PODCAST_NAMESPACE, uuidV5 } from './uuid.js';

/**
 * The show's `podcast:guid`: what its settings say, else made from the feed's address without scheme and
 * trailing slashes, as the standard wants it. Nothing where the show has neither.
 */
export function showGuid(show: Show): string | undefined {
  if (show.guid !== undefined) return show.guid;
  if (show.baseUrl === undefined) return undefined;
  const name = `${show.baseUrl}/feed.xml`.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  return uuidV5(name, PODCAST_NAMESPACE);
}

/**
 * An edition's GUID: made from its slug, which is its identity, so that it is the same for ever, whatever
 * address the show moves to and whatever is corrected.
 */
export function editionGuid(slug: string): string {
  return uuidV5(`audio-edition/${slug}`, PODCAST_NAMESPACE);
}
