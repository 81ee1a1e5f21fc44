import { END, patternRule, type Rule, sticky } from '../language.js';
import { ordinal } from './numbers.js';

/** `3rd`, `111th`, `1,000th`, `19th-century`. */
export const ordinalRules: readonly Rule[] = [
  patternRule(
    'range of ordinals',
    'number',
    sticky`(?<first>\d{1,3})(?:st|nd|rd|th)\s?[-–]\s?(?<last>\d{1,3})(?:st|nd|rd|th)${END}`,
    ({ first = '', last = '' }) => `${ordinal(first)} to ${ordinal(last)}`,
  ),
  patternRule(
    'ordinal',
    'number',
    sticky`(?<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,15})[\s ]?(?:st|nd|rd|th|ST|ND|RD|TH|ᵗʰ|ˢᵗ|ⁿᵈ|ʳᵈ)(?<many>s?)(?:['’]s)?${END}`,
    ({ number = '', many = '' }, place, end) => {
      if (/\s/.test(place.text.slice(place.at + number.length, end))) return undefined;
      return ordinal(number) + many;
    },
    ['none', 'hyphen'],
  ),
];
