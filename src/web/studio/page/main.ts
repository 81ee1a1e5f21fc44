/** The studio's page; bundled as an ES module. */
import { StudioElement } from './studio-element.js';

customElements.define('audio-edition-studio', StudioElement);
