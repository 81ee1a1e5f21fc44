/**
 * What a page may load: its own scripts, styles, pictures and sound, and nothing from elsewhere. It stands in
 * the page itself as well as in the server's header, because static hosts and proxies drop headers.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
