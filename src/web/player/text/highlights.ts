/** What is marked in the text without touching it, by the CSS Custom Highlight API. */
export type HighlightName = 'word' | 'found' | 'found-current';

const prefix = 'audio-edition-';

/**
 * Marks ranges of one player. Names are the document's, so players share them and each takes back only its own.
 * Browsers without the API show the sentence and not the word.
 */
export class Highlights {
  private readonly own = new Map<HighlightName, readonly Range[]>();

  /** Marks exactly these ranges under a name. */
  set(name: HighlightName, ranges: readonly Range[]): void {
    const highlight = highlightOf(name);
    if (highlight === undefined) return;
    for (const range of this.own.get(name) ?? []) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
    this.own.set(name, ranges);
  }

  /** Takes back every mark of this player. */
  clear(): void {
    for (const name of this.own.keys()) this.set(name, []);
  }
}

function highlightOf(name: HighlightName): Highlight | undefined {
  if (!('highlights' in CSS)) return undefined;
  const known = CSS.highlights.get(prefix + name);
  if (known !== undefined) return known;
  const created = new Highlight();
  created.priority = priorities[name];
  CSS.highlights.set(prefix + name, created);
  return created;
}

const priorities: Readonly<Record<HighlightName, number>> = { found: 0, word: 1, 'found-current': 2 };

/** A range over characters of a text node. */
export function rangeIn(text: Text, from: number, to: number): Range {
  const range = document.createRange();
  range.setStart(text, Math.min(from, text.length));
  range.setEnd(text, Math.min(to, text.length));
  return range;
}
