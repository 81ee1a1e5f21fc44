import type { Language } from '../language.js';

/**
 * What can be done for a language without rules: words and numbers stay as written (the engine knows its
 * language), marks become pauses, and symbols that engines stumble over are left out.
 */
export const neutral: Language = {
  rules: [],
  word: (written) => ({ speech: written }),
  number: (written) => written,
  symbol: (written) => (/^[%€$£¥°&+=@]$/u.test(written) ? written : ''),
  knows: () => false,
  // An s makes plurals or genitives in many languages of Europe, and is said as it is written.
  inflection: {
    endings: /s?(?!\p{L})/uy,
    stems: (word) => (word.endsWith('s') ? [word.slice(0, -1)] : []),
    inflect: (say, ending) => say + ending,
  },
};
