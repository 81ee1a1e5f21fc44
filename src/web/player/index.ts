import { AudioEdition } from './audio-edition.js';

if (!customElements.get('audio-edition')) customElements.define('audio-edition', AudioEdition);

export { AudioEdition };
