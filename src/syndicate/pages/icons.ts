import { type Markup, ownMarkup } from '../markup.js';

/** Icons of the Lucide family (https://lucide.dev, ISC), in a box of 24 by 24. */
const DRAWINGS = {
  rss: '<path d="M4 11a9 9 0 0 1 9 9"/><path d="M4 4a16 16 0 0 1 16 16"/><circle cx="5" cy="19" r="1"/>',
  play: '<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>',
  headphones:
    '<path d="M3 14h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a9 9 0 0 1 18 0v7a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3"/>',
  check: '<path d="M20 6 9 17l-5-5"/>',
  pencil:
    '<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>',
} as const;

/** A drawing beside words; what it means stands in the words. */
export function icon(name: keyof typeof DRAWINGS, className = 'icon'): Markup {
  return ownMarkup(
    `<svg class="${className}" viewBox="0 0 24 24" aria-hidden="true">${DRAWINGS[name]}</svg>`,
  );
}
