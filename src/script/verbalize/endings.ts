import type { SegmentKind, SpeechToken } from '../../edition.js';
import { markOf } from './punctuation.js';

/** Marks that do not let the voice fall, by kind of segment: they become a full stop at its end. */
const HANGING: Readonly<Record<SegmentKind, readonly string[]>> = {
  announcement: ['', ',', ';', ':'],
  title: ['', ',', ';', ':'],
  bullet: ['', ',', ';'],
  paragraph: [''],
};

/** The tokens with an end that sounds like one, even where the author wrote no full stop. */
export function ending(tokens: readonly SpeechToken[], kind: SegmentKind): readonly SpeechToken[] {
  const last = tokens.findLastIndex((token) => token.speech !== '');
  const token = tokens[last];
  if (token === undefined) return tokens;
  const mark = markOf(token.speech);
  if (!HANGING[kind].includes(mark)) return tokens;
  const speech = `${token.speech.slice(0, token.speech.length - mark.length)}.`;
  return tokens.with(last, { ...token, speech });
}
