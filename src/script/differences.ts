import type { Segment, SpeechToken, TextSpan } from '../edition.js';
import { lexiconUses } from './lexicon-uses.js';
import type { Lexicon } from './verbalize/index.js';

/** A stretch of a segment where written and spoken words are not the same. */
export interface Difference {
  /** Into `source`. */
  readonly source: TextSpan;
  /** Into `speech`; empty (from = to) where nothing is said. */
  readonly speech: TextSpan;
  /** Why: an editor's wording, an entry of the lexicon, a number or sign put into words, or nothing is said. */
  readonly kind: 'edited' | 'lexicon' | 'verbalized' | 'silent';
}

/**
 * What differs between written and spoken words of a segment, in order, so that nothing else needs a mark.
 * Punctuation and capitals are not heard, so they make no difference.
 *
 * @param original The segment as it is without an editor's wording.
 * @param language BCP 47 tag of the text.
 */
export function differencesOf(
  segment: Segment,
  original: Segment,
  lexicon: Lexicon,
  language: string,
): readonly Difference[] {
  const uses = segment.source === '' ? [] : lexiconUses(segment.source, lexicon, language);
  const own = new Set(original.tokens.map(nameOf));
  const found = placeTokens(segment.tokens).flatMap(({ token, speech }): Difference[] => {
    const written = heard(segment.source.slice(...token.source));
    if (written === heard(token.speech)) return [];
    const { source } = token;
    if (token.speech === '') return [{ source, speech, kind: 'silent' }];
    if (!own.has(nameOf(token))) return [{ source, speech, kind: 'edited' }];
    const isListed = uses.some(({ span }) => span[0] < source[1] && span[1] > source[0]);
    return written === '' ? [] : [{ source, speech, kind: isListed ? 'lexicon' : 'verbalized' }];
  });
  return joinNeighbours(found, segment).map((difference) => withoutSharedSigns(difference, segment));
}

/** A comma that stands behind the written and the spoken word alike is no difference. */
function withoutSharedSigns({ source, speech, kind }: Difference, segment: Segment): Difference {
  let [from, to] = source;
  let [start, end] = speech;
  const isShared = (written: string | undefined, spoken: string | undefined) =>
    written !== undefined && written === spoken && !/[\p{L}\p{N}\p{S}]/u.test(written);
  while (to > from && end > start && isShared(segment.source[to - 1], segment.speech[end - 1])) {
    to -= 1;
    end -= 1;
  }
  while (to > from && end > start && isShared(segment.source[from], segment.speech[start])) {
    from += 1;
    start += 1;
  }
  return { source: [from, to], speech: [start, end], kind };
}

/** Every token with its place in the segment's speech. */
function placeTokens(
  tokens: readonly SpeechToken[],
): readonly { readonly token: SpeechToken; readonly speech: TextSpan }[] {
  let at = 0;
  return tokens.map((token) => {
    const from = token.speech === '' ? Math.max(0, at - 1) : at;
    const to = from + token.speech.length;
    if (token.speech !== '') at = to + 1;
    return { token, speech: [from, to] };
  });
}

function heard(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}\p{Sc}\p{Sm}%&@#*+=/]+/gu, '')
    .toLowerCase();
}

function nameOf({ source, speech }: SpeechToken): string {
  return `${source[0]} ${source[1]} ${speech}`;
}

/** Words of one phrase are one difference. */
function joinNeighbours(differences: readonly Difference[], { source }: Segment): readonly Difference[] {
  const joined: Difference[] = [];
  for (const next of differences) {
    const last = joined.at(-1);
    const isPhrase =
      last?.kind === next.kind &&
      source.slice(last.source[1], next.source[0]).trim() === '' &&
      next.speech[0] <= last.speech[1] + 1;
    if (last === undefined || !isPhrase) joined.push(next);
    else
      joined.splice(-1, 1, {
        ...last,
        source: [last.source[0], next.source[1]],
        speech: [last.speech[0], next.speech[1]],
      });
  }
  return joined;
}
