import type { Edition, Show } from '../../edition.js';
import type { Artwork } from '../artwork.js';
import { isoDuration } from '../clock.js';
import { audioAddress, encodePath, publicAddress, safeLink } from '../links.js';
import { jsonInMarkup, type Markup, markup } from '../markup.js';

/** An edition for search engines: https://schema.org/PodcastEpisode. */
export function episodeData(edition: Edition, show: Show, artwork: Artwork | undefined): Markup {
  const folder = publicAddress(show, encodePath(edition.slug));
  return dataElement({
    '@context': 'https://schema.org',
    '@type': 'PodcastEpisode',
    name: edition.title,
    url: `${folder}/`,
    datePublished: edition.date,
    inLanguage: edition.language,
    duration: isoDuration(edition.durationSeconds),
    timeRequired: isoDuration(edition.durationSeconds),
    ...pictureOf(show, artwork),
    ...correctionsOf(edition),
    isBasedOn: safeLink(edition.url),
    associatedMedia: {
      '@type': 'AudioObject',
      contentUrl: `${folder}/${audioAddress(edition.audio)}`,
      encodingFormat: edition.audio.mimeType,
      contentSize: String(edition.audio.bytes),
      duration: isoDuration(edition.durationSeconds),
    },
    hasPart: edition.stories.map((story) => ({
      '@type': 'Clip',
      name: story.title,
      startOffset: Math.floor(story.startSeconds),
      endOffset: Math.floor(story.endSeconds),
      url: `${folder}/#story=${encodeURIComponent(story.slug)}`,
    })),
    partOfSeries: series(show),
  });
}

/** A show for search engines: https://schema.org/PodcastSeries. */
export function seriesData(show: Show, artwork: Artwork | undefined): Markup {
  return dataElement({
    '@context': 'https://schema.org',
    ...series(show),
    description: show.description,
    inLanguage: show.language,
    author: { '@type': 'Person', name: show.author },
    ...pictureOf(show, artwork),
  });
}

function series(show: Show): object {
  return {
    '@type': 'PodcastSeries',
    name: show.title,
    url: publicAddress(show, show.baseUrl === undefined ? 'index.html' : ''),
    webFeed: publicAddress(show, 'feed.xml'),
  };
}

function pictureOf(show: Show, artwork: Artwork | undefined): object {
  return artwork === undefined ? {} : { image: publicAddress(show, artwork.name) };
}

function correctionsOf({ corrections = [] }: Edition): object {
  const last = corrections.at(-1);
  if (last === undefined) return {};
  return {
    dateModified: last.at,
    correction: corrections.map(({ at, note }) => ({
      '@type': 'CorrectionComment',
      datePublished: at,
      text: note,
    })),
  };
}

function dataElement(data: object): Markup {
  return markup`<script type="application/ld+json">${jsonInMarkup(data)}</script>`;
}
