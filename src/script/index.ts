export { checkLedger } from './ledger.js';
export { scriptJson } from './script-json.js';
export { DEFAULT_MAX_SEGMENT_CHARACTERS, type ScriptOptions, writeScript } from './write-script.js';
