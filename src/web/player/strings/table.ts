import type { english } from './en.js';

/** Every word that the player says. `{name}` is filled in; `one|other` holds the two plural forms. */
export type Strings = { readonly [Key in keyof typeof english]: string };
