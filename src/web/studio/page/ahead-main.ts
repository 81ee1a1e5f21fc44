/** The studio's first script; bundled by itself, since it must be there before the page's own. */
import { askAhead } from './ahead.js';

askAhead(location.hash);
