export { type Publication, publishEdition, rebuildFeed, type ShowFiles } from './publish.js';
export { type EditionInput, type RenderedEdition, renderEdition } from './render-edition.js';
export { readManifest } from './summaries.js';
export type { EditionSummary, StorySummary } from './summary.js';
export { readWebFiles } from './web-files.js';
