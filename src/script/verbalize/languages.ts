import { english } from './en/index.js';
import type { Language } from './language.js';
import { neutral } from './neutral/index.js';

/** Every language that has a folder here; a new one adds its folder and its line. */
const LANGUAGES: Readonly<Record<string, Language>> = { en: english };

/** The rules for a BCP 47 tag (its first part decides); `known` is false where there are none. */
export function languageOf(tag: string): { readonly language: Language; readonly known: boolean } {
  const primary = (tag.split(/[-_]/)[0] ?? '').toLowerCase();
  const language = Object.hasOwn(LANGUAGES, primary) ? LANGUAGES[primary] : undefined;
  return language === undefined ? { language: neutral, known: false } : { language, known: true };
}
