import type { Edition } from '../../edition.js';

/** Schemes that a link or a sound of an edition may have; a manifest is data, never a script. */
const allowed = new Set(['http:', 'https:', 'file:', 'blob:', 'data:']);

/**
 * Address of the episode, with the version of its bytes, so that caches fetch a corrected episode anew.
 * Throws `TypeError` for an address that can't be one.
 */
export function audioUrl({ audio }: Edition, baseUrl: string): string {
  return resolve(audio.url ?? `${audio.file}?v=${audio.sha256.slice(0, 8)}`, baseUrl).href;
}

/** The page where an edition lives: what the publisher named, else the folder that its manifest stands in. */
export function pageUrl(page: string | null, baseUrl: string): string {
  if (page !== null) return resolve(page, document.baseURI).href;
  return new URL(baseUrl.startsWith('http') ? './' : 'index.html', baseUrl).href;
}

function resolve(address: string, baseUrl: string): URL {
  const url = new URL(address, baseUrl);
  if (!allowed.has(url.protocol)) throw new TypeError(`An edition can't point to ${url.protocol}`);
  return url;
}
