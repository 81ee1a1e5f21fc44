import { posix } from 'node:path';
import { Parser } from 'htmlparser2';
import type { Report } from './finding.js';

/**
 * Finds a page's links to files under `--out` that aren't there. Links to other sites are left alone.
 *
 * @param page Path of the page under `--out`.
 * @param isThere Whether a path under `--out` is a published file.
 */
export function checkLinks(
  html: string,
  page: string,
  isThere: (path: string) => boolean,
  report: Report,
): void {
  for (const address of addressesIn(html)) {
    const path = localPath(address, page);
    if (path !== undefined && !isThere(path))
      report('dead-link', `it links to ${address}, which is not there`);
  }
}

function addressesIn(html: string): ReadonlySet<string> {
  const addresses = new Set<string>();
  const parser = new Parser({
    onopentag(_name, attributes) {
      for (const name of ['href', 'src', 'artwork', 'page']) {
        const address = attributes[name];
        if (address !== undefined) addresses.add(address);
      }
    },
  });
  parser.end(html);
  return addresses;
}

/** The path under `--out` that a relative address leads to; nothing for other sites and places in the page. */
function localPath(address: string, page: string): string | undefined {
  const path = address.replace(/[?#].*$/s, '');
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return undefined;
  const resolved = posix.join(posix.dirname(page), decodePath(path));
  return resolved.endsWith('/') || resolved === '.' ? posix.join(resolved, 'index.html') : resolved;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
