/** Where a sticky pattern that begins at a position ends; undefined when it does not begin there. */
export function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The part of a plain word that rules are filed under: what stands before its first hyphen or apostrophe. */
export function headWord(word: string): string {
  const cut = word.search(/['’-]/);
  return cut < 0 ? word : word.slice(0, cut);
}

/** Whether 0–9 stands at a position. */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Whether a letter stands at a position. */
export function isLetter(text: string, at: number): boolean {
  return at >= 0 && /\p{L}/u.test(text[at] ?? '');
}

/** Whether a letter or digit stands at a position. */
export function isWordlike(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}

/** Two words or more, and not one lower-case letter. */
export function isInCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{2,80}\P{L}+\p{Lu}{2}/u.test(text);
}
