import { cleanText } from './plain-text.js';

/** Text that is markup already and is written as it stands. Only this file makes it. */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** What may stand in a `markup` template: text and numbers (escaped), markup, lists of these, or nothing. */
export type MarkupValue = string | number | Markup | undefined | false | readonly MarkupValue[];

/**
 * HTML or XML with values put in as data: every string is cleaned and escaped, in text as in (double-quoted)
 * attributes, so that no value can open a tag or leave its attribute.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = strings[0] ?? '';
  for (const [index, value] of values.entries()) text += render(value) + (strings[index + 1] ?? '');
  return new Markup(text);
}

/** Escapes text for HTML, XML and their attributes. */
function escapeMarkup(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return cleanText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/**
 * JSON to stand in `<script type="application/json">` or `application/ld+json`: no `<` can end the element
 * or open a comment (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 */
export function jsonInMarkup(value: unknown): Markup {
  return new Markup(
    JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }),
  );
}

/** HTML as the content of an XML element that carries HTML as text (`description`, `content:encoded`). */
export function asCdata(html: Markup): Markup {
  return new Markup(`<![CDATA[${String(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
}

/** Markup of this program's own, such as a stylesheet or a drawing; never for text of others. */
export function ownMarkup(text: string): Markup {
  return new Markup(text);
}

/** Most texts have nothing to escape or to clean, which one look tells. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(value: MarkupValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeMarkup(value);
  if (typeof value === 'number' || value instanceof Markup) return String(value);
  return value.map(render).join('');
}
