import { pageUrl } from './addresses.js';
import type { AudioEditionElement } from './element.js';
import { languageOf, type Strings, stringsFor } from './strings/strings.js';

/** What a player takes from the page it stands on. */
export interface Surroundings {
  /** BCP 47, of the controls: the element's or its nearest ancestor's `lang`, else the edition's. */
  readonly language: string;
  readonly strings: Strings;
  /** Absolute; empty for none. */
  readonly artworkUrl: string;
  /** Absolute: where links to the edition lead. */
  readonly pageUrl: string;
}

/** Reads the surroundings of an element anew, since attributes and places change. */
export function surroundingsOf(element: AudioEditionElement): Surroundings {
  const language = languageOf(element.closest<HTMLElement>('[lang]')?.lang, element.edition?.language);
  return {
    language,
    strings: stringsFor(language),
    artworkUrl: element.artwork === null ? '' : absolute(element.artwork),
    pageUrl: pageUrl(element.page, absolute(element.src ?? '')),
  };
}

/** The page's own address stands in for one that can't be resolved. */
function absolute(address: string): string {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : document.baseURI;
}
