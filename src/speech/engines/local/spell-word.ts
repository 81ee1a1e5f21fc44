/**
 * Letters beside sounds: dynamic programming over `SPELLINGS`. A table is filled for every word of an issue, in
 * the time that the word takes to be spoken; so it lies in two flat arrays, and nothing is made for a step.
 */
import { SPELLINGS, VOWELS } from './spellings.js';

export const PAUSE = 'pau';

/**
 * A line of the table: for every number of sounds used up so far, the lowest cost to get there, and the
 * sound at which the word in hand began.
 */
export interface Front {
  readonly costs: Float64Array;
  readonly wordStarts: Int32Array;
}

/** What was said, sound by sound. */
export interface Sounds {
  readonly length: number;
  readonly names: readonly string[];
  /** Each sound together with the next one, where the two may be written as one. */
  readonly pairs: readonly (string | undefined)[];
}

/** Flite's names of the sounds of a sentence, as {@link spell} takes them. */
export function soundsOf(names: readonly string[]): Sounds {
  const pairs = names.map((name, sound) => `${name} ${names[sound + 1]}`);
  return { length: names.length, names, pairs: pairs.map((pair) => (pair in SPELLINGS ? pair : undefined)) };
}

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
} as const;

/** A way that costs so much more than the cheapest is not followed any further. */
const HOPELESS = 12;

/**
 * Lays the letters of one word beside the sounds, from every place where the word may begin.
 *
 * @param letters Lower case.
 * @returns Where the word may end.
 */
export function spell(letters: string, begin: Front, sounds: Sounds): Front {
  const table = new Table(letters.length + 1, begin);
  for (let letter = 0; letter <= letters.length; letter++) {
    const place = { letter, written: letters[letter], groups: letterGroups(letters, letter) };
    const limit = table.lowestOf(letter) + HOPELESS;
    for (let sound = 0; sound <= sounds.length; sound++) {
      if (table.costOf(letter, sound) <= limit) takeSteps(table, place, sounds, sound);
    }
  }
  return table.line(letters.length);
}

/** A place in a word. */
interface Place {
  readonly letter: number;
  /** The letter that comes next; undefined at the word's end. */
  readonly written: string | undefined;
  /** Letters from here on that are written for a sound. */
  readonly groups: readonly LetterGroup[];
}

interface LetterGroup {
  readonly length: number;
  /** What it may be written for. */
  readonly sounds: ReadonlySet<string>;
}

/** Every step that can be taken with so many letters and so many sounds used up. */
function takeSteps(table: Table, { letter, written, groups }: Place, sounds: Sounds, sound: number): void {
  const cell = table.at(letter, sound);
  const heard = sounds.names[sound];
  if (written !== undefined) table.step(cell, 1, 0, silenceCost(written));
  if (heard === undefined) return;
  table.step(cell, 0, 1, heard === PAUSE ? COST.pauseInsideWord : COST.unwrittenSound);
  if (written === undefined || heard === PAUSE) return;
  table.step(cell, 1, 1, mismatchCost(written, heard));
  const pair = sounds.pairs[sound];
  for (const group of groups) {
    if (group.sounds.has(heard)) table.step(cell, group.length, 1, 0);
    if (pair !== undefined && group.sounds.has(pair)) table.step(cell, group.length, 2, 0);
  }
}

function letterGroups(letters: string, letter: number): readonly LetterGroup[] {
  return GROUP_LENGTHS.flatMap((length) => {
    const sounds = SOUNDS_OF_LETTERS.get(letters.slice(letter, letter + length));
    return sounds === undefined || letter + length > letters.length ? [] : [{ length, sounds }];
  });
}

/** `SPELLINGS`, the other way round: letters → the sounds they are written for. */
const SOUNDS_OF_LETTERS = soundsByLetters();
const GROUP_LENGTHS = [...new Set([...SOUNDS_OF_LETTERS.keys()].map((letters) => letters.length))];

function soundsByLetters(): ReadonlyMap<string, ReadonlySet<string>> {
  const sounds = new Map<string, Set<string>>();
  for (const [sound, spellings] of Object.entries(SPELLINGS)) {
    for (const letters of spellings) sounds.set(letters, (sounds.get(letters) ?? new Set()).add(sound));
  }
  return sounds;
}

/** A line for every number of letters used up so far; in one piece, for one is made for every word. */
class Table {
  readonly #width: number;
  readonly #costs: Float64Array;
  readonly #wordStarts: Int32Array;

  constructor(lines: number, first: Front) {
    this.#width = first.costs.length;
    this.#costs = new Float64Array(lines * this.#width).fill(Number.POSITIVE_INFINITY);
    this.#wordStarts = new Int32Array(lines * this.#width);
    this.#costs.set(first.costs);
    this.#wordStarts.set(first.wordStarts);
  }

  at(letter: number, sound: number): number {
    return letter * this.#width + sound;
  }

  costOf(letter: number, sound: number): number {
    return this.#costs[this.at(letter, sound)] as number;
  }

  lowestOf(letter: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let sound = 0; sound < this.#width; sound++) least = Math.min(least, this.costOf(letter, sound));
    return least;
  }

  step(from: number, letters: number, sounds: number, cost: number): void {
    const to = from + letters * this.#width + sounds;
    const total = (this.#costs[from] as number) + cost;
    if (total >= (this.#costs[to] as number)) return;
    this.#costs[to] = total;
    this.#wordStarts[to] = this.#wordStarts[from] as number;
  }

  line(letter: number): Front {
    const [from, to] = [this.at(letter, 0), this.at(letter + 1, 0)];
    return { costs: this.#costs.subarray(from, to), wordStarts: this.#wordStarts.subarray(from, to) };
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
