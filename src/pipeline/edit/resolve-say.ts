import { placesOf, sayHere } from '../../edits/say-here.js';
import { AudioEditionError } from '../../errors.js';
import { type EditDesk, segmentOnDesk } from './edit-desk.js';
import { excerpt, type OrderOf, onSegment, placeOf, type ResolvedOrder } from './order-changes.js';

/**
 * "Say it like this": for one segment its wording, for the edition or the show an entry of the lexicon.
 *
 * @throws AudioEditionError `words-unknown` (`input`) for words that the segment does not have.
 */
export function resolveSay(order: OrderOf<'say'>, desk: EditDesk): ResolvedOrder {
  const { scope, spoken } = order;
  const written = order.written.trim();
  const title =
    spoken === undefined ? `“${written}” is said as it would be` : `“${written}” is “${spoken.trim()}”`;
  if (scope !== 'segment') {
    const change = { written: keyFor(written, desk), spoken: spoken?.trim() ?? null };
    return {
      changes: [{ kind: scope === 'show' ? 'show-lexicon' : 'lexicon', ...change }],
      title: `${title}${scope === 'show' ? ', in the show from now on' : ', in this edition'}`,
      ...(order.segment === undefined ? {} : placeOf(desk, order.segment)),
    };
  }
  if (order.segment === undefined) throw noSuchWords(written, 'no segment is named');
  if (spoken === undefined) return onSegment(desk, order.segment, { speech: null }, title);
  const { segment } = segmentOnDesk(desk, order.segment);
  const places = order.source === undefined ? placesOf(written, segment.source) : [order.source];
  if (places.length === 0) throw noSuchWords(written, `it is not in "${excerpt(segment.source)}"`);
  return onSegment(desk, segment.id, { speech: sayHere(segment, places, spoken.trim()) }, title);
}

/** Two entries for one word, in capitals and without, would leave open which of them holds. */
function keyFor(written: string, { config, edits }: EditDesk): string {
  const entries = { ...config.voices.lexicon, ...edits.lexicon };
  if (written in entries) return written;
  const isPlain = (key: string) => {
    const entry = entries[key];
    return typeof entry === 'string' || !(entry?.pattern || entry?.caseSensitive);
  };
  const wanted = written.toLowerCase();
  return Object.keys(entries).find((key) => key.toLowerCase() === wanted && isPlain(key)) ?? written;
}

function noSuchWords(written: string, why: string): AudioEditionError {
  return new AudioEditionError(`"${written}" can't be said otherwise there: ${why}.`, {
    code: 'words-unknown',
    stage: 'script',
    fault: 'input',
    data: { written },
  });
}
