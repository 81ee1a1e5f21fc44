/** What pages do beside the player. Bundled as a classic script, so that it runs opened from disk too. */
import { enableCopyButtons } from './copy-button.js';
import { markHeardEditions } from './heard-editions.js';
import { offerNextEdition } from './next-edition.js';

enableCopyButtons(document);
markHeardEditions(document);
offerNextEdition(document);
// A page that is gone back to comes from memory, as it was before the edition was heard.
addEventListener('pageshow', (event) => {
  if (event.persisted) markHeardEditions(document);
});
