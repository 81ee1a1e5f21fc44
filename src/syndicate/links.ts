import type { EditionAudio, Show } from '../edition.js';

/** How many hexadecimal digits of a file's SHA-256 stand in its URL. */
const VERSION_DIGITS = 8;

/**
 * A published file's address, relative to where it is linked from, with the version of its bytes: the path
 * never changes, the URL does whenever the bytes do, so that apps and caches that look at URLs fetch anew.
 */
function versioned(address: string, sha256: string): string {
  return `${address}?v=${sha256.slice(0, VERSION_DIGITS)}`;
}

/** The episode's address relative to the edition's folder. */
export function audioAddress(audio: EditionAudio): string {
  return versioned(encodePath(audio.file), audio.sha256);
}

/** The absolute address of a file under `--out` where the show says `baseUrl`, else the path itself. */
export function publicAddress(show: Show, path: string): string {
  return show.baseUrl === undefined ? path : `${show.baseUrl}/${path}`;
}

/** Percent-encodes a path part by part, so that it is ASCII and stays one URL. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The link if a click on it can do no more than open a page or a letter; nothing for `javascript:` and the like. */
export function safeLink(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
