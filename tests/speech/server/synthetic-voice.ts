/** Speech as plain samples, with the time of every character of its text. */
export interface SyntheticSpeech {
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
  readonly characters: readonly { readonly startSeconds: number; readonly endSeconds: number }[];
}

const SECONDS_PER_LETTER = 1 / 14;
const PITCH_HZ = 120;
const LEVEL = 9_000;
const QUIET_AT_ENDS_SECONDS = 0.12;

/** How long each sign is silent; letters sound. */
const PAUSES: Readonly<Record<string, number>> = {
  ' ': 0,
  ',': 0.15,
  ';': 0.2,
  ':': 0.2,
  '.': 0.35,
  '?': 0.35,
  '!': 0.35,
};

/**
 * A voice for tests: hums a text letter by letter, each at its own level and length, so that it has the
 * pace, pauses and pitch of speech and no two texts sound alike. Made in a millisecond a second.
 */
export function hum(text: string, sampleRateHz: number, seed = 0): SyntheticSpeech {
  const characters: { startSeconds: number; endSeconds: number }[] = [];
  const units: { readonly seconds: number; readonly level: number }[] = [];
  let now = QUIET_AT_ENDS_SECONDS;
  [...text].forEach((character, index) => {
    const pause = PAUSES[character];
    const variety = fraction(character.codePointAt(0) ?? 0, index, seed);
    const seconds = pause ?? SECONDS_PER_LETTER * (0.7 + 0.6 * variety);
    units.push({ seconds, level: pause === undefined ? 0.08 + 0.92 * fraction(index, seed, 7) ** 1.5 : 0 });
    characters.push({ startSeconds: now, endSeconds: now + seconds });
    now += seconds;
  });
  const samples = new Int16Array(Math.round((now + QUIET_AT_ENDS_SECONDS) * sampleRateHz));
  let at = QUIET_AT_ENDS_SECONDS;
  for (const { seconds, level } of units) {
    humUnit(samples, sampleRateHz, at, seconds, level);
    at += seconds;
  }
  return { samples, sampleRateHz, characters };
}

function humUnit(
  samples: Int16Array,
  sampleRateHz: number,
  at: number,
  seconds: number,
  level: number,
): void {
  const from = Math.round(at * sampleRateHz);
  const to = Math.min(samples.length, Math.round((at + seconds) * sampleRateHz));
  for (let index = from; index < to && level > 0; index++) {
    const phase = ((index / sampleRateHz) * PITCH_HZ) % 1;
    const swell = Math.sin((Math.PI * (index - from)) / (to - from));
    // A saw-tooth has the overtones of a voice.
    samples[index] = Math.round(LEVEL * level * (0.3 + 0.7 * swell) * (2 * phase - 1));
  }
}

/** A number from 0 to 1 that looks like chance and is always the same for the same numbers. */
export function fraction(...numbers: readonly number[]): number {
  const mixed = numbers.reduce(
    (hash, number) => Math.imul(hash ^ (number + 0x9e37), 0x85ebca6b) ^ (hash >>> 13),
    0x1234567,
  );
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
