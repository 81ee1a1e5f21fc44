/**
 * When a take is suspicious. A check must stay silent on good takes (below 1 in 100) and find what services
 * really get wrong; `tests/speech/checks.test.ts` measures both.
 */
export const THRESHOLDS = {
  /** Less sound than this is silence, whatever the text. A short "Yes." lasts 0.25 s. */
  leastSpeechSeconds: 0.1,
  /** Speech below this level is lost in any room; services deliver −30 to −14. */
  quietestVoiceDbfs: -45,
  /** One sample in 500 at full scale is heard as crackling; a few peaks are not. */
  clippedShare: 0.002,
  /** Readers pause for 1 s at most between sentences; services that stumble are silent for several. */
  longestSilenceSeconds: 2,
  /** How many dB a take may be off the voice's median; pieces of one voice differ by 3 to 4. */
  levelOffDb: 7,
  /** Letters a second while the voice sounds: people read 11 to 18, no voice leaves these bounds. */
  slowestLettersPerSecond: 6,
  fastestLettersPerSecond: 27,
  /**
   * How far the pace may be off the voice's median, as a share: a base, and more for short texts, where a
   * word more or less matters (divided by the root of the letters).
   */
  paceOffShare: 0.2,
  paceOffShareOfShortTexts: 1.7,
  /** A file that ends less than this below the voice stops inside a sound: speech fades further. */
  endBelowVoiceDb: 22,
  /** Words timed beyond the end of the sound were cut off. */
  timingBeyondEndSeconds: 0.2,
  /** Sound after the last word: breath ends sooner, babble does not. */
  soundAfterLastWordSeconds: 1.2,
  /** The same sound twice, longer than the text repeats itself by so much. */
  repetitionSeconds: 1.2,
  /** Speech has a pitch for half of the time; noise has none. */
  leastPitchedShare: 0.12,
  /** A voice's median counts from so many takes on. */
  takesForNorm: 3,
} as const;
