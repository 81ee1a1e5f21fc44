import type { Notice, Show } from '../edition.js';
import type { Artwork } from './artwork.js';
import { unknownCategories } from './feed/categories.js';

/** What the settings lack for a feed that every directory accepts. */
export function showNotices(show: Show, artwork: Artwork | undefined): readonly Notice[] {
  if (show.baseUrl === undefined) return [NOT_PUBLIC];
  return [
    ...(show.email === undefined ? [NO_EMAIL] : []),
    ...(artwork === undefined ? [NO_ARTWORK] : []),
    ...unknownCategories(show.categories).map(unknownCategory),
  ];
}

const NOT_PUBLIC: Notice = {
  code: 'feed-not-public',
  message:
    'The feed has relative links and is not yet public: podcast apps need "baseUrl" in show.json, the address where the output folder will be served.',
};

const NO_EMAIL: Notice = {
  code: 'show-without-email',
  message:
    'The feed names no e-mail address, so the show can\'t be claimed at Spotify and elsewhere: set "email" in show.json.',
};

const NO_ARTWORK: Notice = {
  code: 'show-without-artwork',
  message:
    'The feed has no artwork, which Apple Podcasts asks for: set "artwork" in show.json, a square JPEG or PNG of 1400 to 3000 pixels.',
};

function unknownCategory(category: string): Notice {
  return {
    code: 'category-unknown',
    message: `Podcast directories know no category "${category}", so the feed leaves out what they don't know: choose one of Apple's for "categories" in show.json.`,
  };
}
