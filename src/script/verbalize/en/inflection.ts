import type { Inflection } from '../language.js';

/** English plurals and possessives. */
export const inflection: Inflection = {
  endings: /(?:es|s)?(?:['’](?:s|S)?)?(?!\p{L})/uy,
  stems: (word) => [
    ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ],
  inflect,
};

function inflect(say: string, ending: string): string {
  if (ending === '') return say;
  if (ending.includes("'") || ending.includes('’') || /(?:^|\s)\p{Lu}$/u.test(say)) return `${say}'s`;
  return /(?:s|x|z|ch|sh)$/.test(say) ? `${say}es` : `${say}s`;
}
