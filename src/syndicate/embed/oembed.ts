import type { Show } from '../../edition.js';
import type { Artwork } from '../artwork.js';
import { encodePath, publicAddress } from '../links.js';
import { EMBED_SIZE, embedCode } from './embed-code.js';

/**
 * `oembed.json` (https://oembed.com, 2.3.4.4 "rich"): what a site that is given the page's link shows instead.
 *
 * @param baseUrl Where `--out` is served; without one nothing can be embedded elsewhere.
 */
export function renderOembed(
  edition: { readonly slug: string; readonly title: string },
  show: Show,
  baseUrl: string,
  artwork: Artwork | undefined,
): string {
  const thumbnail = artwork && {
    thumbnail_url: publicAddress(show, artwork.name),
    thumbnail_width: artwork.widthPixels,
    thumbnail_height: artwork.widthPixels,
  };
  const answer = {
    version: '1.0',
    type: 'rich',
    title: edition.title,
    author_name: show.author,
    author_url: `${baseUrl}/`,
    provider_name: show.title,
    provider_url: `${baseUrl}/`,
    url: `${baseUrl}/${encodePath(edition.slug)}/`,
    html: embedCode(edition, show, baseUrl),
    width: EMBED_SIZE.widthPixels,
    height: EMBED_SIZE.heightPixels,
    ...thumbnail,
  };
  return `${JSON.stringify(answer, null, 1)}\n`;
}
