import { fileURLToPath } from 'node:url';
import type { Show } from '../edition.js';

/** The casting and lexicon that ship with the package. */
export const SHIPPED_VOICES_FILE = fileURLToPath(new URL('../../voices.json', import.meta.url));

/** What a show is called and how it is filed until its `show.json` says better. */
export const DEFAULT_SHOW: Show = Object.freeze({
  title: 'Audio edition',
  author: 'Audio edition',
  description: 'Every issue of the newsletter, read aloud.',
  language: 'en',
  categories: Object.freeze(['News']),
  explicit: false,
});
