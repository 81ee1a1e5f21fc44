export { type Difference, differencesOf } from './differences.js';
export { checkLedger } from './ledger.js';
export { lexiconUses } from './lexicon-uses.js';
export { inReadingOrder, type LedgerLine } from './reading-order.js';
export { scriptJson } from './script-json.js';
export { compileLexicon } from './verbalize/index.js';
export { DEFAULT_MAX_SEGMENT_CHARACTERS, type ScriptOptions, writeScript } from './write-script.js';
