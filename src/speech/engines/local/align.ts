import type { TimedSpeech } from '../../../edition.js';
import type { Phone } from './flite.js';
import type { Sentence } from './sentences.js';
import { type Front, PAUSE, type Sounds, soundsOf, spell } from './spell-word.js';
import { CHARACTER_NAMES } from './spellings.js';

/** What a pause costs where no punctuation stands, or none where some does; see the costs of `spell`. */
const UNEXPECTED_PAUSE_COST = 0.3;

/**
 * Tells which of Flite's sounds belong to which word, and so when each word is heard. Flite prints the
 * sounds of a sentence without saying where a word begins; so letters and sounds are laid side by side at
 * the lowest cost (dynamic programming over `SPELLINGS`), and a word lasts from its first sound to its last.
 *
 * @param offsetSeconds When the sentence begins in the take.
 */
export function alignWords(
  sentence: Sentence,
  phones: readonly Phone[],
  offsetSeconds: number,
): readonly TimedSpeech[] {
  const secondsAt = (sound: number) => offsetSeconds + (phones[sound - 1]?.endSeconds ?? 0);
  const sounds = soundsOf(phones.map(({ name }) => name));
  return wordBounds(sentence, sounds).flatMap(([from, to], index) => {
    const word = sentence[index];
    if (word === undefined || to <= from) return [];
    return [{ speech: word.speech, startSeconds: secondsAt(from), endSeconds: secondsAt(to) }];
  });
}

/** For each word the half-open range of its sounds. */
function wordBounds(sentence: Sentence, sounds: Sounds): (readonly [number, number])[] {
  const wordStarts: Int32Array[] = [];
  let front = emptyFront(sounds.length);
  front.costs[0] = 0;
  sentence.forEach((word, index) => {
    const pauseExpected = index === 0 || /[,;:.!?]/.test(sentence[index - 1]?.ascii ?? '');
    const begin = afterPauses(front, sounds.names, pauseExpected);
    front = cheapest(pronounceable(word.ascii).map((letters) => spell(letters, begin, sounds)));
    wordStarts.push(front.wordStarts);
  });
  return traceBack(wordStarts, sounds.names);
}

function traceBack(
  wordStarts: readonly Int32Array[],
  sounds: readonly string[],
): (readonly [number, number])[] {
  const bounds: (readonly [number, number])[] = [];
  let next = sounds.length;
  for (const starts of wordStarts.toReversed()) {
    while (next > 0 && sounds[next - 1] === PAUSE) next--;
    const start = starts[next] ?? next;
    bounds.unshift([start, next]);
    next = start;
  }
  return bounds;
}

function emptyFront(sounds: number): Front {
  return {
    costs: new Float64Array(sounds + 1).fill(Number.POSITIVE_INFINITY),
    wordStarts: new Int32Array(sounds + 1),
  };
}

/** Between two words: pauses are passed over, and the next word begins. */
function afterPauses(ended: Front, sounds: readonly string[], pauseExpected: boolean): Front {
  const begin = emptyFront(sounds.length);
  ended.costs.forEach((cost, from) => {
    let to = from;
    while (sounds[to] === PAUSE) to++;
    const surprise = to > from === pauseExpected ? 0 : UNEXPECTED_PAUSE_COST;
    if (cost + surprise < (begin.costs[to] ?? 0)) begin.costs[to] = cost + surprise;
    begin.wordStarts[to] = to;
  });
  return begin;
}

/** What may be read for a word: itself, and its letters' names where it is spelled out. */
function pronounceable(ascii: string): readonly string[] {
  const characters = ascii.toLowerCase().replace(/[^a-z0-9]/g, '');
  const spelledOut = [...characters].map((character) => CHARACTER_NAMES[character] ?? '').join('');
  const digitsNamed = characters.replace(/\d/g, (digit) => CHARACTER_NAMES[digit] ?? '');
  const isShout = /^[^a-z]*$/.test(ascii) || characters.length <= 2;
  return isShout ? [digitsNamed, spelledOut] : [digitsNamed];
}

function cheapest(fronts: readonly Front[]): Front {
  return fronts.reduce((best, other) => {
    other.costs.forEach((cost, sound) => {
      if (cost >= (best.costs[sound] ?? 0)) return;
      best.costs[sound] = cost;
      best.wordStarts[sound] = other.wordStarts[sound] ?? 0;
    });
    return best;
  });
}
