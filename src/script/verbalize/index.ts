export type { ListWords, StandInWords } from './language.js';
export { languageOf } from './languages.js';
export { compileLexicon, type Lexicon, type LexiconHit, unusedEntries } from './lexicon.js';
export { type DeskEntry, nameDesk } from './name-desk.js';
export { readPls } from './pls.js';
export type { Guess, Verbalized, VerbalizeOptions } from './types.js';
export { speechOf, verbalize } from './verbalize.js';
