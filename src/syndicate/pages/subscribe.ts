import type { Show } from '../../edition.js';
import { safeLink } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { icon } from './icons.js';

/**
 * Where to listen: the apps of the show's settings, and the feed for every other one.
 *
 * @param root Way from the page to the folder of `--out`.
 */
export function subscribeLinks(show: Show, root: string): Markup {
  const apps = Object.entries(show.subscribe ?? {}).flatMap(([name, address]) => {
    const link = safeLink(address);
    return link === undefined
      ? []
      : [markup`<a class="button" href="${link}" rel="noopener">${icon('headphones')}${name}</a>\n`];
  });
  return markup`<nav class="subscribe" aria-label="Subscribe">
${apps}<a class="button" href="${root}feed.xml" type="application/rss+xml">${icon('rss')}RSS</a>
</nav>`;
}
