import type { Show } from '../../edition.js';
import { encodePath } from '../links.js';
import { markup } from '../markup.js';

interface Embedded {
  readonly slug: string;
  readonly title: string;
}

/** The player in a frame, its list of stories folded, whatever the width. */
export const EMBED_SIZE = { widthPixels: 600, heightPixels: 370 } as const;

/**
 * HTML that shows the player on another site: a frame, so that neither page disturbs the other.
 *
 * @param baseUrl Where `--out` is served.
 */
export function embedCode(edition: Embedded, show: Pick<Show, 'title'>, baseUrl: string): string {
  const address = `${baseUrl}/${encodePath(edition.slug)}/embed.html`;
  return String(
    markup`<iframe src="${address}" title="${edition.title}, ${show.title}" width="100%" height="${EMBED_SIZE.heightPixels}" style="border:0;max-width:760px" loading="lazy" allow="autoplay; clipboard-write; web-share"></iframe>`,
  );
}
