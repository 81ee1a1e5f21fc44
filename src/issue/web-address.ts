/** Parameters that say who reads, or which campaign sent him; by the services' own names. */
const TRACKING_PARAMETER =
  /^(?:utm_.*|mc_[ce]id|_hs(?:enc|mi|ctatracking)|__hs.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mkt_tok|vero_.*|oly_.*|ck_subscriber_id|_bhlid|_kx|ref|ref_src|r|e|u|uid|email|token|jwt|sid|subscriber|subscriber_id|contact|recipient|lid|spm|s|publication_id|isFreemail|triedRedirect)$/i;

/** Hosts and paths that count clicks: the address behind them is made for one reader. */
const REDIRECTOR =
  /^https?:\/\/(?:[^/]*\.)?(?:list-manage\.com|mailchi\.mp\/[^/]*\/unsub|ct\.sendgrid\.net|sendgrid\.net|mailgun\.org|mandrillapp\.com|convertkit-mail\d*\.com|link\.mail\.beehiiv\.com|email\.mg\d*|click\.\w+|clicks?\.|links?\.|track(?:ing)?\.|email\.|go\.)[^ ]*|\/(?:redirect|track|click|ls\/click|CL0|wf\/click|open)\/|\.substack\.com\/redirect|eotrx\.substackcdn\.com/i;

/** A run of signs as long as this in a path is a key, not a word. */
const KEY = /[A-Za-z0-9_-]{40,}|[A-Fa-f0-9]{24,}/;

/** An `http(s)` address without what points to one reader; undefined where nothing else would be left. */
export function cleanAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || REDIRECTOR.test(address)) return undefined;
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING_PARAMETER.test(name) || KEY.test(url.searchParams.get(name) ?? ''))
      url.searchParams.delete(name);
  }
  url.username = '';
  url.password = '';
  return url.pathname.split('/').some((part) => KEY.test(part) && !part.includes('-')) ? undefined : url.href;
}
