import type { TimedSpeech } from '../../../edition.js';
import type { Phone } from './flite.js';
import type { Sentence } from './sentences.js';
import { CHARACTER_NAMES, SPELLINGS, VOWELS } from './spellings.js';

/** What each departure from the usual spelling costs; only their order matters. */
const COST = {
  silentVowel: 0.4,
  silentConsonant: 0.7,
  /** A sound that no letter stands for. */
  unwrittenSound: 1,
  otherVowel: 0.5,
  otherConsonant: 1.3,
  vowelForConsonant: 2,
  pauseInsideWord: 4,
  /** A pause where no punctuation stands, or none where some does. */
  unexpectedPause: 0.3,
} as const;

/** A way that costs so much more than the cheapest is not followed any further. */
const HOPELESS = 12;

const PAUSE = 'pau';

/**
 * A line of the table: for every number of sounds used up so far, the lowest cost to get there, and the
 * sound at which the word in hand began.
 */
interface Front {
  readonly costs: Float64Array;
  readonly wordStarts: Int32Array;
}

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
  const sounds = phones.map((phone) => phone.name);
  return wordBounds(sentence, sounds).flatMap(([from, to], index) => {
    const word = sentence[index];
    if (word === undefined || to <= from) return [];
    return [{ speech: word.speech, startSeconds: secondsAt(from), endSeconds: secondsAt(to) }];
  });
}

/** For each word the half-open range of its sounds. */
function wordBounds(sentence: Sentence, sounds: readonly string[]): (readonly [number, number])[] {
  const wordStarts: Int32Array[] = [];
  let front = emptyFront(sounds.length);
  front.costs[0] = 0;
  sentence.forEach((word, index) => {
    const pauseExpected = index === 0 || /[,;:.!?]/.test(sentence[index - 1]?.ascii ?? '');
    const begin = afterPauses(front, sounds, pauseExpected);
    front = cheapest(pronounceable(word.ascii).map((letters) => spell(letters, begin, sounds)));
    wordStarts.push(front.wordStarts);
  });
  return traceBack(wordStarts, sounds);
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
    const surprise = to > from === pauseExpected ? 0 : COST.unexpectedPause;
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

/** Lays the letters of one word beside the sounds, from every place where the word may begin. */
function spell(letters: string, begin: Front, sounds: readonly string[]): Front {
  const lines = [begin, ...Array.from(letters, () => emptyFront(sounds.length))].map(copyFront);
  const relax = (letter: number, sound: number, cost: number, wordStart: number) => {
    const line = lines[letter];
    if (line === undefined || cost >= (line.costs[sound] ?? Number.NEGATIVE_INFINITY)) return;
    line.costs[sound] = cost;
    line.wordStarts[sound] = wordStart;
  };
  lines.forEach((line, letter) => {
    const limit = Math.min(...line.costs) + HOPELESS;
    line.costs.forEach((_, sound) => {
      const cost = line.costs[sound] ?? 0;
      if (cost > limit) return;
      for (const step of stepsFrom(letters, letter, sounds, sound)) {
        relax(letter + step.letters, sound + step.sounds, cost + step.cost, line.wordStarts[sound] ?? 0);
      }
    });
  });
  return lines.at(-1) ?? begin;
}

function copyFront(front: Front): Front {
  return { costs: front.costs.slice(), wordStarts: front.wordStarts.slice() };
}

interface Step {
  readonly letters: number;
  readonly sounds: number;
  readonly cost: number;
}

function* stepsFrom(
  letters: string,
  letter: number,
  sounds: readonly string[],
  sound: number,
): Generator<Step> {
  const written = letters[letter];
  const heard = sounds[sound];
  if (written !== undefined) yield { letters: 1, sounds: 0, cost: silenceCost(written) };
  if (heard === undefined) return;
  yield { letters: 0, sounds: 1, cost: heard === PAUSE ? COST.pauseInsideWord : COST.unwrittenSound };
  if (written === undefined || heard === PAUSE) return;
  yield { letters: 1, sounds: 1, cost: mismatchCost(written, heard) };
  for (const count of [1, 2]) {
    const together = count === 1 ? heard : `${heard} ${sounds[sound + 1]}`;
    for (const spelling of SPELLINGS[together] ?? []) {
      if (letters.startsWith(spelling, letter)) yield { letters: spelling.length, sounds: count, cost: 0 };
    }
  }
}

const isVowelLetter = (letter: string) => 'aeiouy'.includes(letter);

function silenceCost(letter: string): number {
  return isVowelLetter(letter) ? COST.silentVowel : COST.silentConsonant;
}

function mismatchCost(letter: string, sound: string): number {
  if (isVowelLetter(letter) !== VOWELS.has(sound)) return COST.vowelForConsonant;
  return isVowelLetter(letter) ? COST.otherVowel : COST.otherConsonant;
}
