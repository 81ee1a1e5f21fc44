/** What a page does beside the player. Bundled as a classic script, so that it runs opened from disk too. */
import { enableCopyButtons } from './copy-button.js';

enableCopyButtons(document);
