import { audioAddress, encodePath } from '../links.js';
import { markup } from '../markup.js';
import { renderDocument } from '../pages/document.js';
import type { EditionPageInput } from '../pages/edition-page.js';

/** `embed.html`: nothing but the player, for a frame on another site. */
export function renderEmbedPage({ edition, show, artwork, before }: EditionPageInput): string {
  return renderDocument({
    language: edition.language,
    title: `${edition.title} · ${show.title}`,
    description: `Listen to ${edition.title}`,
    root: '../',
    bodyClass: 'embed-page',
    head: markup`<meta name="robots" content="noindex">\n<link rel="canonical" href="index.html">`,
    body: markup`<main>
<h1 class="visually-hidden">${edition.title}</h1>
<audio-edition layout="embed" src="edition.json" page="index.html" show="${show.title}"${
      artwork !== undefined && markup` artwork="../${artwork.name}"`
    }>
<p><a href="index.html" target="_blank" rel="noopener">${edition.title}</a></p>
<audio controls preload="none" src="${audioAddress(edition.audio)}"></audio>
${before && markup`<p slot="after"><a href="../${encodePath(before.slug)}/index.html" target="_blank" rel="noopener">Previous edition: ${before.title}</a></p>\n`}</audio-edition>
</main>`,
  });
}
