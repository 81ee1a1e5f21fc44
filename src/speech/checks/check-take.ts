import type { TakeFinding } from '../../edition.js';
import type { TakeMeasures } from './measure.js';
import { THRESHOLDS } from './thresholds.js';

export type FindingCode =
  | 'silent'
  | 'too-quiet'
  | 'clipped'
  | 'long-silence'
  | 'cut-off'
  | 'babble'
  | 'timings-broken'
  | 'too-fast'
  | 'too-slow'
  | 'off-level'
  | 'ends-abruptly'
  | 'repeats'
  | 'no-voice';

/** What is usual for a voice in this edition. */
export interface VoiceNorm {
  /** Median letters a second; absent while too few takes are known. */
  readonly lettersPerSecond?: number;
  /** Median level; absent while too few takes are known. */
  readonly levelDbfs?: number;
  /** Findings that most takes share: then it is the way of the voice, no fault of a take. */
  readonly usual: ReadonlySet<FindingCode>;
}

interface Check {
  readonly code: FindingCode;
  readonly find: (measures: TakeMeasures, norm: VoiceNorm) => string | undefined;
  /** Checks that a voice or a recording can fail by its nature. */
  readonly mayBeUsual?: true;
}

const seconds = (value: number) => `${value.toFixed(1)} s`;

/** All checks. Each says what it found, or nothing. */
const CHECKS: readonly Check[] = [
  {
    code: 'silent',
    find: ({ spokenSeconds }) => (spokenSeconds < THRESHOLDS.leastSpeechSeconds ? 'is silent' : undefined),
  },
  {
    code: 'too-quiet',
    find: ({ levelDbfs }) =>
      levelDbfs < THRESHOLDS.quietestVoiceDbfs
        ? `is nearly silent (${levelDbfs.toFixed(0)} dBFS)`
        : undefined,
  },
  {
    code: 'clipped',
    find: ({ clippedShare }) => (clippedShare > THRESHOLDS.clippedShare ? 'is clipped' : undefined),
  },
  {
    code: 'long-silence',
    find: ({ longestSilenceSeconds: silence }) =>
      silence > THRESHOLDS.longestSilenceSeconds ? `is silent for ${seconds(silence)} inside` : undefined,
  },
  {
    code: 'cut-off',
    find: ({ timingBeyondEndSeconds: beyond = 0 }) =>
      beyond > THRESHOLDS.timingBeyondEndSeconds ? `ends ${seconds(beyond)} before its last word` : undefined,
  },
  {
    code: 'babble',
    find: ({ soundAfterLastWordSeconds: after = 0 }) =>
      after > THRESHOLDS.soundAfterLastWordSeconds
        ? `goes on for ${seconds(after)} after its last word`
        : undefined,
  },
  {
    code: 'timings-broken',
    find: ({ timingsInOrder }) => (timingsInOrder ? undefined : 'has word times that run backwards'),
  },
  { code: 'too-fast', find: (measures, norm) => findPace(measures, norm, 'fast') },
  { code: 'too-slow', find: (measures, norm) => findPace(measures, norm, 'slow') },
  {
    code: 'off-level',
    find: ({ levelDbfs }, { levelDbfs: usual = levelDbfs }) =>
      Math.abs(levelDbfs - usual) > THRESHOLDS.levelOffDb
        ? `is ${Math.abs(levelDbfs - usual).toFixed(0)} dB ${levelDbfs > usual ? 'louder' : 'quieter'} than the voice's others`
        : undefined,
  },
  {
    code: 'ends-abruptly',
    mayBeUsual: true,
    find: ({ endBelowVoiceDb }) =>
      endBelowVoiceDb < THRESHOLDS.endBelowVoiceDb ? 'ends in the middle of a sound' : undefined,
  },
  {
    code: 'repeats',
    mayBeUsual: true,
    find: ({ repetitionSeconds, repeatedLetters }) => {
      const allowed = THRESHOLDS.repetitionSeconds + repeatedLetters / THRESHOLDS.slowestLettersPerSecond;
      return repetitionSeconds > allowed ? `says the same twice (${seconds(repetitionSeconds)})` : undefined;
    },
  },
  {
    code: 'no-voice',
    mayBeUsual: true,
    find: ({ pitchedShare }) =>
      pitchedShare < THRESHOLDS.leastPitchedShare ? 'has no voice in it' : undefined,
  },
];

/** Checks a take against what its voice usually sounds like. */
export function checkTake(measures: TakeMeasures, norm: VoiceNorm): readonly TakeFinding[] {
  return CHECKS.flatMap(({ code, find }) => {
    const message = norm.usual.has(code) ? undefined : find(measures, norm);
    return message === undefined ? [] : [{ code, message }];
  });
}

/** What the takes of a voice, or of an engine, have in common. */
export function normOf(takes: readonly TakeMeasures[], others: readonly TakeMeasures[] = []): VoiceNorm {
  const usual = usualFindings(takes.length >= THRESHOLDS.takesForNorm ? takes : [...takes, ...others]);
  if (takes.length < THRESHOLDS.takesForNorm) return { usual };
  return {
    lettersPerSecond: median(takes.map(lettersPerSecond)),
    levelDbfs: median(takes.map(({ levelDbfs }) => levelDbfs)),
    usual,
  };
}

function usualFindings(takes: readonly TakeMeasures[]): ReadonlySet<FindingCode> {
  if (takes.length < THRESHOLDS.takesForNorm) return new Set();
  const none: VoiceNorm = { usual: new Set() };
  const usual = CHECKS.filter(({ mayBeUsual, find }) => {
    const found = takes.filter((take) => find(take, none) !== undefined);
    return mayBeUsual === true && found.length * 2 > takes.length;
  });
  return new Set(usual.map(({ code }) => code));
}

function findPace(measures: TakeMeasures, norm: VoiceNorm, which: 'fast' | 'slow'): string | undefined {
  if (measures.letters === 0 || measures.spokenSeconds < THRESHOLDS.leastSpeechSeconds) return undefined;
  const pace = lettersPerSecond(measures);
  const off = THRESHOLDS.paceOffShare + THRESHOLDS.paceOffShareOfShortTexts / Math.sqrt(measures.letters);
  const usual = norm.lettersPerSecond;
  const [slowest, fastest] =
    usual === undefined
      ? [THRESHOLDS.slowestLettersPerSecond / (1 + off), THRESHOLDS.fastestLettersPerSecond]
      : [usual / (1 + off), usual * (1 + off)];
  if (which === 'fast' ? pace <= fastest : pace >= slowest) return undefined;
  return `is too ${which === 'fast' ? 'short' : 'long'} for its text (${seconds(measures.durationSeconds)} for ${measures.letters} letters)`;
}

function lettersPerSecond({ letters, spokenSeconds }: TakeMeasures): number {
  return letters / Math.max(spokenSeconds, 0.01);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
