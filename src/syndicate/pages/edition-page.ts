import type { Edition, Show } from '../../edition.js';
import type { Artwork } from '../artwork.js';
import { clockTime, isoDuration, roundMinutes } from '../clock.js';
import { longDate } from '../dates.js';
import { audioAddress } from '../links.js';
import { jsonInMarkup, type Markup, markup } from '../markup.js';
import { renderDocument } from './document.js';
import { renderReading } from './reading.js';

export interface EditionPageInput {
  readonly edition: Edition;
  readonly show: Show;
  readonly artwork?: Artwork;
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
    description: `${show.title}, ${longDate(edition.date, edition.language)}: ${minutes(edition)} to listen to.`,
    root: '../',
    bodyClass: 'edition',
    head: markup`<link rel="alternate" type="application/rss+xml" title="${show.title}" href="../feed.xml">`,
    body: markup`${renderHead(input)}
<main class="wrap">
${renderPlayer(input)}
</main>
${renderFoot(input)}`,
  });
}

function renderHead({ edition, show, artwork }: EditionPageInput): Markup {
  return markup`<header class="wrap">
<div class="bar">
<a class="bar-show" href="../index.html">${show.title}</a>
<nav aria-label="Show"><a href="../index.html">All editions</a><a href="#subscribe">Subscribe</a></nav>
</div>
<div class="head">
${artwork !== undefined && markup`<img class="art" src="../${artwork.name}" alt="" width="112" height="112">`}
<div>
<h1>${edition.title}</h1>
<p class="kicker"><time datetime="${edition.date}">${longDate(edition.date, edition.language)}</time> · <time datetime="${isoDuration(edition.durationSeconds)}">${minutes(edition)}</time></p>
</div>
</div>
</header>`;
}

/** Inside the element stands what readers get where scripts don't run: the plain player and the text. */
function renderPlayer({ edition, show, artwork }: EditionPageInput): Markup {
  return markup`<audio-edition layout="page" src="edition.json" show="${show.title}"${artwork !== undefined && markup` artwork="../${artwork.name}"`}>
<script type="application/json" data-audio-edition>${jsonInMarkup({ ...edition, files: [] })}</script>
<audio controls preload="none" src="${audioAddress(edition.audio)}"></audio>
${renderStoryList(edition)}
<p><a href="${audioAddress(edition.audio)}" download>Download the episode (MP3)</a></p>
${renderReading(edition.stories, edition.language)}
</audio-edition>`;
}

/** Without scripts a story's link opens the episode in the browser's own player, at the story. */
function renderStoryList({ stories, audio }: Edition): Markup {
  const items = stories.map((story) => {
    const address = `${audioAddress(audio)}#t=${Math.floor(story.startSeconds)}`;
    return markup`<li><a href="${address}">${clockTime(story.startSeconds)}</a> ${story.title}</li>\n`;
  });
  return markup`<nav aria-label="Stories"><ol>\n${items}</ol></nav>`;
}

function renderFoot({ edition, show }: EditionPageInput): Markup {
  return markup`<footer class="foot wrap" id="subscribe">
<div class="foot-row"><span>Listen to every edition</span><a class="button" href="../feed.xml">RSS feed</a></div>
<div class="foot-row"><span>${show.copyright ?? `© ${edition.date.slice(0, 4)} ${show.author}`}. Read by synthetic voices.</span>
<span><a href="transcript.vtt">Transcript</a></span></div>
</footer>`;
}

function minutes(edition: Edition): string {
  const count = roundMinutes(edition.durationSeconds);
  return count === 1 ? '1 minute' : `${count} minutes`;
}
