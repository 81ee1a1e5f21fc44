import type { Show } from '../../edition.js';
import type { EditionSummary } from '../archive/summary.js';
import type { Artwork } from '../artwork.js';
import { roundMinutes } from '../clock.js';
import { longDate } from '../dates.js';
import { editionNumber } from '../edition-number.js';
import type { Rhythm } from '../feed/rhythm.js';
import { encodePath } from '../links.js';
import { type Markup, markup } from '../markup.js';
import { renderDocument } from './document.js';
import { renderFoot } from './foot.js';
import { icon } from './icons.js';
import { socialCard } from './social.js';
import { seriesData } from './structured-data.js';
import { subscribeLinks } from './subscribe.js';

export interface IndexPage {
  readonly show: Show;
  /** The page's editions, newest first. */
  readonly editions: readonly EditionSummary[];
  readonly artwork?: Artwork;
  readonly rhythm?: Rhythm;
  /** From 1, which has the newest. */
  readonly number: number;
  readonly pageCount: number;
  /** Editions on all pages. */
  readonly total: number;
}

/** Editions on one page of the index. */
export const INDEX_PAGE_EDITIONS = 100;
const STORIES_NAMED = 3;

/** `index.html`, `editions-2.html`, … */
export function indexName(page: number): string {
  return page === 1 ? 'index.html' : `editions-${page}.html`;
}

/** The show's index: what it is, how to subscribe, every edition. */
export function renderIndexPage(page: IndexPage): string {
  const { show, editions, total } = page;
  return renderDocument({
    language: show.language,
    title: show.title,
    description: show.description,
    root: '',
    bodyClass: 'show-page',
    head: markup`<link rel="alternate" type="application/rss+xml" title="${show.title}" href="feed.xml">
${socialCard({
  show,
  artwork: page.artwork,
  title: show.title,
  description: show.description,
  type: 'website',
  path: page.number === 1 ? '' : indexName(page.number),
})}
${seriesData(show, page.artwork)}`,
    body: markup`${renderHead(page)}
<main class="wrap editions">
<div class="editions-head"><p><b>${total === 1 ? '1 edition' : `${total} editions`}</b></p><p>Newest first</p></div>
<ol>
${editions.map((edition) => renderEntry(edition, show))}</ol>
${renderPaging(page)}</main>
${renderFoot({ show, root: '', year: editions[0]?.date.slice(0, 4), links: markup``, brief: true })}`,
  });
}

function renderPaging({ number, pageCount }: IndexPage): Markup | undefined {
  if (pageCount === 1) return undefined;
  return markup`<p class="more">${number > 1 && markup`<a class="button" rel="prev" href="${indexName(number - 1)}">Newer editions</a>\n`}${
    number < pageCount &&
    markup`<a class="button" rel="next" href="${indexName(number + 1)}">Older editions</a>`
  }</p>\n`;
}

function renderHead({ show, artwork, rhythm }: IndexPage): Markup {
  return markup`<header class="wrap show">
${artwork !== undefined && markup`<img class="art" src="${artwork.name}" alt="" width="240" height="240">`}
<div>
${rhythm && markup`<p class="kicker">${rhythm.text}</p>\n`}<h1>${show.title}</h1>
<p class="show-text">${show.description}</p>
${subscribeLinks(show, '')}
</div>
</header>`;
}

function renderEntry(edition: EditionSummary, show: Show): Markup {
  const page = `${encodePath(edition.slug)}/index.html`;
  const number = editionNumber(edition);
  const minutes = `${roundMinutes(edition.durationSeconds)} min`;
  return markup`<li class="editions-entry">
<p class="editions-date"><b><time datetime="${edition.date}">${longDate(edition.date, show.language)}</time></b>${number !== undefined && markup` <span>Edition ${number}</span>`}</p>
<div>
<h2><a href="${page}">${edition.title}</a></h2>
<p class="editions-stories">${storyLine(edition)}</p>
</div>
<a class="button editions-play" href="${page}#play" aria-label="Play ${edition.title}, ${minutes}" data-edition="${edition.slug}" data-seconds="${Math.round(edition.durationSeconds)}" data-left="{minutes} min left" data-heard="Heard" data-name="Play ${edition.title}, {state}">${icon('play')}${icon('check', 'icon icon-heard')}<span>${minutes}</span></a>
</li>
`;
}

function storyLine(edition: EditionSummary): string {
  const titles = edition.stories.filter((story) => story.kind !== 'sponsor').map((story) => story.title);
  const more = titles.length - STORIES_NAMED;
  return [...titles.slice(0, STORIES_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(' · ');
}
