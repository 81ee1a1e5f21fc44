import type { Language } from './language.js';
import { loadLanguages } from './language-folders.js';
import { neutral } from './neutral/index.js';

/** Every language that has a folder here. Read once, as imports are, so that verbalizing itself waits for nothing. */
const LANGUAGES = await loadLanguages(new URL('./', import.meta.url));

/**
 * The rules for a BCP 47 tag: those of the longest tag that it begins with (`pt-BR`, else `pt`; RFC 4647, "lookup").
 * `known` is false where there are none.
 */
export function languageOf(
  tag: string,
  languages: ReadonlyMap<string, Language> = LANGUAGES,
): { readonly language: Language; readonly known: boolean } {
  const subtags = tag.toLowerCase().split(/[-_]/);
  for (let length = subtags.length; length > 0; length -= 1) {
    const language = languages.get(subtags.slice(0, length).join('-'));
    if (language !== undefined) return { language, known: true };
  }
  return { language: neutral, known: false };
}
