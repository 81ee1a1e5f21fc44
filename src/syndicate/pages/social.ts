import type { Show } from '../../edition.js';
import type { Artwork } from '../artwork.js';
import { publicAddress } from '../links.js';
import { type Markup, markup } from '../markup.js';

interface SharedPage {
  readonly show: Show;
  readonly artwork?: Artwork | undefined;
  readonly title: string;
  readonly description: string;
  readonly type: 'article' | 'website';
  /** Path of the page under `--out`. */
  readonly path: string;
  /** Path of the sound under `--out`. */
  readonly audio?: string;
}

/**
 * Open Graph (https://ogp.me): the card that a shared link becomes. It needs absolute addresses, so there is
 * none before the show has a `baseUrl`.
 */
export function socialCard(page: SharedPage): Markup | undefined {
  const { show, artwork } = page;
  if (show.baseUrl === undefined) return undefined;
  const properties: readonly (readonly [name: string, content: string | undefined])[] = [
    ['og:type', page.type],
    ['og:site_name', show.title],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:url', publicAddress(show, page.path)],
    ['og:image', artwork && publicAddress(show, artwork.name)],
    ['og:image:width', artwork && String(artwork.widthPixels)],
    ['og:image:height', artwork && String(artwork.widthPixels)],
    ['og:image:alt', artwork && show.title],
    ['og:audio', page.audio && publicAddress(show, page.audio)],
    ['og:audio:type', page.audio && 'audio/mpeg'],
  ];
  return markup`<link rel="canonical" href="${publicAddress(show, page.path)}">
${properties.map(([name, content]) => content !== undefined && markup`<meta property="${name}" content="${content}">\n`)}<meta name="twitter:card" content="summary">`;
}
