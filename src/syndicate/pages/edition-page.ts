import type { Edition, Show } from '../../edition.js';
import type { Neighbour } from '../archive/edition-before.js';
import type { Artwork } from '../artwork.js';
import { clockTime, isoDuration, roundMinutes } from '../clock.js';
import { longDate } from '../dates.js';
import { editionNumber } from '../edition-number.js';
import { embedCode } from '../embed/embed-code.js';
import { audioAddress, encodePath, safeLink } from '../links.js';
import { jsonInMarkup, type Markup, markup } from '../markup.js';
import { renderDocument } from './document.js';
import { renderFoot } from './foot.js';
import { renderReading } from './reading.js';
import { socialCard } from './social.js';
import { episodeData } from './structured-data.js';

export interface EditionPageInput {
  readonly edition: Edition;
  readonly show: Show;
  readonly artwork?: Artwork;
  /** The edition that appeared before this one. */
  readonly before?: Neighbour;
}

/**
 * The edition's page: title, player, stories, text. Readable, printable and playable without scripts; the
 * manifest stands in it as data, so that it works opened from disk.
 */
export function renderEditionPage(input: EditionPageInput): string {
  const { edition, show } = input;
  return renderDocument({
    language: edition.language,
    title: `${edition.title} · ${show.title}`,
    description: descriptionOf(input),
    root: '../',
    bodyClass: 'edition',
    head: renderLinks(input),
    body: markup`${renderHead(input)}
<main class="wrap">
${renderPlayer(input)}
${renderEmbedCode(input)}</main>
${renderFoot({
  show,
  root: '../',
  year: edition.date.slice(0, 4),
  links: markup`<a href="transcript.html">Transcript</a> <a href="${audioAddress(edition.audio)}" download>MP3</a> `,
})}`,
  });
}

function descriptionOf({ edition, show }: EditionPageInput): string {
  return `${show.title}, ${longDate(edition.date, edition.language)}: ${minutes(edition)} to listen to.`;
}

function renderLinks(input: EditionPageInput): Markup {
  const { edition, show, artwork } = input;
  const folder = encodePath(edition.slug);
  return markup`<link rel="alternate" type="application/rss+xml" title="${show.title}" href="../feed.xml">
${
  show.baseUrl !== undefined &&
  markup`<link rel="alternate" type="application/json+oembed" title="${edition.title}" href="${show.baseUrl}/${folder}/oembed.json">\n`
}${socialCard({
  show,
  artwork,
  title: edition.title,
  description: descriptionOf(input),
  type: 'article',
  path: `${folder}/`,
  audio: `${folder}/${audioAddress(edition.audio)}`,
})}
${episodeData(edition, show, artwork)}`;
}

function renderHead({ edition, show, artwork }: EditionPageInput): Markup {
  const number = editionNumber(edition);
  return markup`<header class="wrap">
<div class="bar">
<a class="bar-show" href="../index.html">${show.title}</a>
<nav aria-label="Show"><a href="../index.html">All editions</a><a href="#subscribe">Subscribe</a></nav>
</div>
<div class="head">
${artwork !== undefined && markup`<img class="art" src="../${artwork.name}" alt="" width="112" height="112">`}
<div>
${number !== undefined && markup`<p class="kicker">Edition ${number}</p>\n`}<h1>${edition.title}</h1>
<p class="kicker"><time datetime="${edition.date}">${longDate(edition.date, edition.language)}</time> · <time datetime="${isoDuration(edition.durationSeconds)}">${minutes(edition)}</time>${issueLink(edition)}</p>
</div>
</div>
</header>`;
}

function issueLink(edition: Edition): Markup | undefined {
  const link = safeLink(edition.url);
  return link === undefined ? undefined : markup` · <a href="${link}">Read the issue</a>`;
}

/** Inside the element stands what readers get where scripts don't run: the plain player and the text. */
function renderPlayer({ edition, show, artwork, before }: EditionPageInput): Markup {
  return markup`<audio-edition layout="page" src="edition.json" show="${show.title}"${artwork !== undefined && markup` artwork="../${artwork.name}"`}>
<script type="application/json" data-audio-edition>${jsonInMarkup({ ...edition, files: [] })}</script>
<audio controls preload="none" src="${audioAddress(edition.audio)}"></audio>
${renderStoryList(edition)}
<p><a href="${audioAddress(edition.audio)}" download>Download the episode (MP3)</a></p>
${renderReading(edition)}
${renderAfter(before)}
</audio-edition>`;
}

/** For those who have heard it all. The edition that comes next is not known yet: a script finds it then. */
function renderAfter(before: Neighbour | undefined): Markup {
  return markup`<nav class="after" slot="after" aria-label="Other editions">
<a rel="next" data-next-edition hidden>Next edition: </a>
${
  before &&
  markup`<a rel="prev" href="../${encodePath(before.slug)}/index.html">Previous edition: ${before.title}</a>
`
}<a href="../index.html">All editions</a>
</nav>`;
}

/** Without scripts a story's link opens the episode in the browser's own player, at the story. */
function renderStoryList({ stories, audio }: Edition): Markup {
  const items = stories.map((story) => {
    const address = `${audioAddress(audio)}#t=${Math.floor(story.startSeconds)}`;
    return markup`<li><a href="${address}">${clockTime(story.startSeconds)}</a> ${story.title}</li>\n`;
  });
  return markup`<nav aria-label="Stories"><ol>\n${items}</ol></nav>`;
}

/** Code to copy, for those who want to show the player elsewhere; it needs an address to point to. */
function renderEmbedCode({ edition, show }: EditionPageInput): Markup | undefined {
  if (show.baseUrl === undefined) return undefined;
  return markup`<details class="embed-code" id="embed">
<summary>Embed this edition</summary>
<label for="embed-code">HTML for your page</label>
<textarea id="embed-code" rows="4" readonly spellcheck="false">${embedCode(edition, show, show.baseUrl)}</textarea>
<button class="button" type="button" data-copy="embed-code" data-copied="Copied" hidden>Copy embed code</button>
</details>
`;
}

function minutes(edition: Edition): string {
  const count = roundMinutes(edition.durationSeconds);
  return count === 1 ? '1 minute' : `${count} minutes`;
}
