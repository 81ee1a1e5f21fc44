import { compileLexicon, speechOf, verbalize } from '../../../src/script/verbalize/index.js';

const EMPTY = compileLexicon({});

/** The spoken line of an English text, without a lexicon. */
export function spoken(text: string, language = 'en'): string {
  return speechOf(verbalize(text, { language, lexicon: EMPTY }).tokens);
}
