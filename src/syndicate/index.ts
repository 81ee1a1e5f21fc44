export { formerEdition, readManifest } from './archive/manifest.js';
export type { Artwork } from './artwork.js';
export { type Publication, publishEdition, rebuildFeed, type ShowFiles } from './publish.js';
export { type EditionInput, type RenderedEdition, renderEdition } from './render-edition.js';
export { readWebFiles } from './web-files.js';
