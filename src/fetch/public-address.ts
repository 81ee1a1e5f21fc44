import ipaddr from 'ipaddr.js';

/** IPv6 ranges that carry an IPv4 address: what counts is the address inside. */
const NAT64_PREFIX_BYTES = 12;

/**
 * Whether an IP address lies in the public internet. Everything special is not: loopback, private, link-local,
 * carrier-grade NAT, multicast, reserved, and IPv4 of that kind wrapped into IPv6 (`::ffff:0:0/96`, `64:ff9b::/96`).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv6' && parsed.range() === 'rfc6052') {
    return isPublicAddress(parsed.toByteArray().slice(NAT64_PREFIX_BYTES).join('.'));
  }
  return parsed.range() === 'unicast';
}

/** The address that a URL's host is, if it is one (`[::1]` without its brackets); undefined for a name. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
}
