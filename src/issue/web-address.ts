/** Parameters that say who reads, or which campaign sent him; by the services' own names. */
const TRACKING_PARAMETER =
  /^(?:utm_.*|mc_[ce]id|_hs(?:enc|mi|ctatracking)|__hs.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mkt_tok|vero_.*|oly_.*|ck_subscriber_id|_bhlid|_kx|ref|ref_src|r|e|j|m|u|uid|email|token|jwt\w*|sid|subscriber|subscriber_id|contact|recipient|lid|spm|s|publication_id|isFreemail|triedRedirect)$/i;

/** Hosts and paths that count clicks: the address behind them is made for one reader. */
const REDIRECTOR =
  /^https?:\/\/(?:[^/]*\.)?(?:list-manage\.com|mailchi\.mp\/[^/]*\/unsub|ct\.sendgrid\.net|sendgrid\.net|mailgun\.org|mandrillapp\.com|convertkit-mail\d*\.com|kit-mail\d*\.com|hubspotlinks\.com|hubspotemail\.net|createsend\d*\.com|cmail\d+\.com|mlsend\d*\.com|klclick\d*\.com|klaviyomail\.com|acem\w*\.com|customeriomail\.com|awstrack\.me|rs6\.net|pstmrk\.it|link\.mail\.beehiiv\.com|email\.mg\d*|click\.\w+|clicks?\.|links?\.(?!springer)|track(?:ing)?\.|email\.|go\.(?!dev\b))[^ ]*|\/(?:redirect|track|click|ls\/click|CL0|wf\/click|open|lt\.php)(?:[/?]|$)|\.substack\.com\/redirect|eotrx\.substackcdn\.com/i;

/** A run of signs as long as this in a path is a key, not a word. */
const KEY = /[A-Za-z0-9_-]{40,}|[A-Fa-f0-9]{24,}/;

/** The words of an address: "the-story-of-a-tide". */
const WORDS = /^[\p{L}\d]+(?:[-_][\p{L}\d]+)*$/u;
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

function isKey(part: string): boolean {
  if (UUID.test(part)) return true;
  const longestWord = Math.max(...part.split(/[-_]/).map((word) => word.length));
  return KEY.test(part) && !(WORDS.test(part) && longestWord < 20);
}

/** An `http(s)` address without what points to one reader; undefined where nothing else would be left. */
export function cleanAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || REDIRECTOR.test(address)) return undefined;
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING_PARAMETER.test(name) || isKey(url.searchParams.get(name) ?? ''))
      url.searchParams.delete(name);
  }
  url.username = '';
  url.password = '';
  return url.pathname.split('/').some(isKey) ? undefined : url.href;
}
