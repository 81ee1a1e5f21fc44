import type { TextSpan } from '../../../../edition.js';
import type { Difference } from '../../api.js';

/** A stretch of a text; `difference` where it is written and spoken otherwise. */
export interface TextPart {
  readonly text: string;
  readonly difference?: Difference;
}

/** Cuts one side of a segment at its differences; the parts join to the whole text. */
export function partsOf(
  text: string,
  differences: readonly Difference[],
  side: 'source' | 'speech',
): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const difference of differences) {
    const [from, to]: TextSpan = difference[side];
    if (from < at || to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from) });
    parts.push({ text: text.slice(from, to), difference });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}
