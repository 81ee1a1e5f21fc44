import type { Show } from '../../edition.js';
import { roundMinutes } from '../clock.js';
import { longDate } from '../dates.js';
import { encodePath } from '../links.js';
import { type Markup, markup } from '../markup.js';
import type { EditionSummary } from '../summary.js';
import { renderDocument } from './document.js';

export interface ShowPageInput {
  readonly show: Show;
  /** Newest first. */
  readonly editions: readonly EditionSummary[];
  /** Artwork's path under `--out`. */
  readonly artwork?: string;
}

const STORIES_NAMED = 3;

/** The show's index: what it is, how to subscribe, every edition. */
export function renderShowPage(input: ShowPageInput): string {
  const { show, editions } = input;
  return renderDocument({
    language: show.language,
    title: show.title,
    description: show.description,
    root: '',
    bodyClass: 'show-page',
    head: markup`<link rel="alternate" type="application/rss+xml" title="${show.title}" href="feed.xml">`,
    body: markup`${renderHead(input)}
<main class="wrap editions">
<div class="editions-head"><p>${editions.length === 1 ? '1 edition' : `${editions.length} editions`}</p><p>Newest first</p></div>
<ol>
${editions.map((edition) => renderEntry(edition, show))}</ol>
</main>
<footer class="foot wrap"><div class="foot-row"><span>${show.copyright ?? show.author}. Read by synthetic voices.</span></div></footer>`,
  });
}

function renderHead({ show, artwork }: ShowPageInput): Markup {
  return markup`<header class="wrap show">
${artwork !== undefined && markup`<img class="art" src="${artwork}" alt="" width="240" height="240">`}
<div>
<h1>${show.title}</h1>
<p class="show-text">${show.description}</p>
<nav class="subscribe" aria-label="Subscribe"><a class="button" href="feed.xml">RSS feed</a></nav>
</div>
</header>`;
}

function renderEntry(edition: EditionSummary, show: Show): Markup {
  const page = `${encodePath(edition.slug)}/index.html`;
  const minutes = `${roundMinutes(edition.durationSeconds)} min`;
  return markup`<li class="editions-entry">
<p class="editions-date"><b><time datetime="${edition.date}">${longDate(edition.date, show.language)}</time></b></p>
<div>
<h2><a href="${page}">${edition.title}</a></h2>
<p class="editions-stories">${storyLine(edition)}</p>
</div>
<a class="button editions-play" href="${page}#t=0" aria-label="Play ${edition.title}, ${minutes}">${minutes}</a>
</li>
`;
}

function storyLine(edition: EditionSummary): string {
  const titles = edition.stories.filter((story) => story.kind !== 'sponsor').map((story) => story.title);
  const more = titles.length - STORIES_NAMED;
  return [...titles.slice(0, STORIES_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(' · ');
}
