/**
 * Characters that no XML 1.0 document may hold (https://www.w3.org/TR/xml/#charsets): controls, lone
 * surrogates and non-characters. One of them in a title breaks a whole feed.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without characters that XML, HTML or WebVTT can't carry; lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(FORBIDDEN, (character) => (isSurrogate(character) ? '\ufffd' : ''));
}

/** Clean text on one line, white space folded. */
export function oneLine(text: string): string {
  return cleanText(text.replace(/\s+/g, ' ')).trim();
}

/**
 * The text, cut at a word's end where it is longer than `maxLength` UTF-16 units; the cut shows as `…`.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(' ');
  const kept = cut.slice(0, space > maxLength / 2 ? space : cut.length);
  return `${kept.replace(/[\ud800-\udbff\s,;:–—-]+$/, '')}…`;
}

function isSurrogate(character: string): boolean {
  return character >= '\ud800' && character <= '\udfff';
}
