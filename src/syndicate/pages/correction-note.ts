import type { Correction } from '../../edition.js';
import { longDate } from '../dates.js';
import { type Markup, markup } from '../markup.js';
import { icon } from './icons.js';

/** What was put right and when, where the reader meets it. */
export function correctionNote(correction: Correction, language: string): Markup {
  return markup`<p class="note">${icon('pencil')}<span><b>Corrected on <time datetime="${correction.at}">${longDate(correction.at, language)}</time>.</b> ${correction.note}</span></p>\n`;
}
