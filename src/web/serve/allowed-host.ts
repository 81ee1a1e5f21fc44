import { isIP } from 'node:net';

/**
 * Whether a request's `Host` is one that this server answers to. A web page elsewhere can let its own name
 * resolve to this machine (DNS rebinding) and would then read everything; an address or `localhost` can't
 * be taken over like that.
 */
export function isAllowedHost(header: string | undefined, boundHost: string): boolean {
  if (header === undefined) return false;
  const host = hostOf(header);
  return host === 'localhost' || host === boundHost.toLowerCase() || isIP(host) !== 0;
}

function hostOf(header: string): string {
  try {
    return new URL(`http://${header}`).hostname.replace(/^\[(.*)\]$/, '$1');
  } catch {
    return '';
  }
}
