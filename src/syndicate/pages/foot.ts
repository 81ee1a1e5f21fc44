import type { Show } from '../../edition.js';
import { safeLink } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { subscribeLinks } from './subscribe.js';

interface FootParts {
  readonly show: Show;
  /** Way from the page to the folder of `--out`. */
  readonly root: string;
  /** Year of the newest thing on the page. */
  readonly year: string | undefined;
  readonly links: Markup;
  /** Leave out where to subscribe, because the page says it on top. */
  readonly brief?: boolean;
}

/** The end of every page: where to subscribe, whose it is, and that the voices are synthetic. */
export function renderFoot({ show, root, year, links, brief = false }: FootParts): Markup {
  const home = safeLink(show.link);
  const owner = oneSentence(show.copyright ?? `© ${year === undefined ? '' : `${year} `}${show.author}`);
  return markup`<footer class="foot wrap" id="subscribe">
${!brief && markup`<div class="foot-row"><span>Hear every edition where you listen</span>${subscribeLinks(show, root)}</div>\n`}<div class="foot-row"><span>${owner} Read by synthetic voices.</span>
<span class="foot-links">${links}${home !== undefined && markup`<a href="${home}">${new URL(home).hostname}</a>`}</span></div>
</footer>`;
}

function oneSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
