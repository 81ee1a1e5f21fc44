import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import type { Strings } from './table.js';

export type { Strings } from './table.js';

/** One line per language, by its primary subtag. Another language is one file and one line here. */
const tables: Readonly<Record<string, Strings>> = { en: english, de: german, es: spanish };

/** The words for the first of the languages (BCP 47) that there is a table for, else English. */
export function stringsFor(...languages: readonly (string | undefined)[]): Strings {
  const primary = languages.map((language) => language?.toLowerCase().split('-')[0] ?? '');
  return tables[primary.find((language) => language in tables) ?? 'en'] ?? english;
}

/** The first of the languages that is a well-formed tag (BCP 47), in its usual spelling, else English. */
export function languageOf(...languages: readonly (string | undefined)[]): string {
  for (const language of languages) {
    try {
      const [canonical] = Intl.getCanonicalLocales(language);
      if (canonical !== undefined) return canonical;
    } catch {
      // `en_US` and the like: the next one counts.
    }
  }
  return 'en';
}

/** Fills `{name}` in a text; with a `count` it first chooses between `one|other`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  const [one = text, other = one] = text.split('|');
  const form = values['count'] === 1 ? one : other;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
