/**
 * Punctuation as engines understand it: only `, ; : . ... ? !` reach them. A mark of a later row drowns one of
 * an earlier row that stands at the same place: `(which is hiring!),` falls like an exclamation.
 */
const STRENGTH: Readonly<Record<string, number>> = {
  ',': 1,
  ';': 2,
  ':': 3,
  '.': 4,
  '...': 5,
  '?': 6,
  '!': 6,
};

/** Written marks → what an engine gets; empty: nothing is heard. */
export const MARKS: Readonly<Record<string, string>> = {
  ',': ',',
  ';': ';',
  ':': ':',
  '.': '.',
  '?': '?',
  '!': '!',
  '…': '...',
  '—': ',',
  '―': ',',
  '–': ',',
  '|': ',',
  '¦': ',',
  ')': ',',
  ']': '',
  '}': '',
  '"': '',
  '“': '',
  '”': '',
  '„': '',
  '«': '',
  '»': '',
  '‹': '',
  '›': '',
  '‘': '',
  '’': '',
  '‚': '',
  '‛': '',
  "'": '',
  '`': '',
  '´': '',
  '(': ',',
  '[': '',
  '{': '',
  '¿': '',
  '¡': '',
  '-': '',
  '‐': '',
  '‑': '',
  '‒': '',
  '−': '',
  '/': '',
  '\\': '',
  '•': '',
  '‣': '',
  '·': '',
  '▪': '',
  '。': '.',
  '、': ',',
  '，': ',',
  '：': ':',
  '；': ';',
  '？': '?',
  '！': '!',
  '（': ',',
  '）': ',',
  '「': '',
  '」': '',
  '『': '',
  '』': '',
  '؟': '?',
  '،': ',',
};

/** The mark at the end of a spoken stretch, empty when there is none. */
export function markOf(speech: string): string {
  return /(?:\.\.\.|[,;:.?!])$/.exec(speech)?.[0] ?? '';
}

/** The speech with a mark at its end; of two marks the stronger stays. */
export function withMark(speech: string, mark: string): string {
  if (mark === '') return speech;
  const present = markOf(speech);
  if ((STRENGTH[present] ?? 0) >= (STRENGTH[mark] ?? 0)) return speech;
  return speech.slice(0, speech.length - present.length) + mark;
}
