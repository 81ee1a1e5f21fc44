import type { TimedSpeech } from '../../edition.js';
import { audibleSpan, frameLevelsDbfs, voiceLevelDbfs } from '../audible.js';
import type { Pcm } from '../engine.js';
import { countLetters } from '../letters.js';
import { pitchedShare } from './pitch.js';
import { longestRepetitionSeconds } from './repetition.js';

/** What is measured of a take; everything that the checks look at. */
export interface TakeMeasures {
  readonly letters: number;
  readonly durationSeconds: number;
  /** Time during which the voice sounds, pauses left out. */
  readonly spokenSeconds: number;
  readonly levelDbfs: number;
  readonly clippedShare: number;
  /** Longest silence between the first and the last sound. */
  readonly longestSilenceSeconds: number;
  /** How far the last moment of the file lies below the voice; near 0 when it stops in a vowel. */
  readonly endBelowVoiceDb: number;
  /** How long the sound goes on after the last word by the engine's own timings, negative when it ends before. */
  readonly soundAfterLastWordSeconds?: number;
  /** How far the last timing lies beyond the end of the file; negative when inside. */
  readonly timingBeyondEndSeconds?: number;
  /** False when timings go back, or a word ends before it begins. */
  readonly timingsInOrder: boolean;
  /** Longest stretch of sound that is heard twice. */
  readonly repetitionSeconds: number;
  /** Longest phrase that the text itself repeats, in letters. */
  readonly repeatedLetters: number;
  /** Share of the sound that has a pitch. */
  readonly pitchedShare: number;
}

const FRAME_SECONDS = 0.01;

/** The last moment of a file: shorter than the closure of a `t`, longer than a period of a deep voice. */
const END_SECONDS = 0.015;

/** A gap this long is a pause, not the closure of a `t`. */
const PAUSE_SECONDS = 0.1;

/**
 * Measures a take as it came from the engine, before anything is trimmed.
 *
 * @param depth `level` leaves out what costs most, repetition and pitch: an engine on this machine does not
 *   make such mistakes.
 */
export function measureTake(
  pcm: Pcm,
  text: string,
  timings: readonly TimedSpeech[] | undefined,
  depth: 'all' | 'level' = 'all',
): TakeMeasures {
  const durationSeconds = pcm.samples.length / pcm.sampleRateHz;
  const span = audibleSpan(pcm);
  const levels = frameLevelsDbfs(pcm, FRAME_SECONDS);
  const gaps = silentGaps(levels, span.startSeconds, span.endSeconds);
  return {
    letters: countLetters(text),
    durationSeconds,
    spokenSeconds: span.endSeconds - span.startSeconds - gaps.reduce((sum, gap) => sum + gap, 0),
    levelDbfs: voiceLevelDbfs(levels),
    clippedShare: clippedShare(pcm.samples),
    longestSilenceSeconds: Math.max(0, ...gaps),
    endBelowVoiceDb: voiceLevelDbfs(levels) - (frameLevelsDbfs(lastMoment(pcm), END_SECONDS)[0] ?? 0),
    ...timingMeasures(timings, durationSeconds, span.endSeconds),
    timingsInOrder: areInOrder(timings ?? []),
    repetitionSeconds: depth === 'all' ? longestRepetitionSeconds(pcm) : 0,
    repeatedLetters: repeatedLetters(text),
    pitchedShare: depth === 'all' ? pitchedShare(pcm, span) : 1,
  };
}

function lastMoment({ samples, sampleRateHz }: Pcm): Pcm {
  return { samples: samples.subarray(-Math.ceil(END_SECONDS * sampleRateHz)), sampleRateHz };
}

/** Lengths of the pauses inside a span, in seconds. */
function silentGaps(levels: Float64Array, startSeconds: number, endSeconds: number): number[] {
  const threshold = voiceLevelDbfs(levels) - 35;
  const gaps: number[] = [];
  let gap = 0;
  for (const level of levels.subarray(startSeconds / FRAME_SECONDS, endSeconds / FRAME_SECONDS)) {
    if (level <= threshold) gap += FRAME_SECONDS;
    else {
      if (gap >= PAUSE_SECONDS) gaps.push(gap);
      gap = 0;
    }
  }
  return gaps;
}

function clippedShare(samples: Int16Array): number {
  let clipped = 0;
  for (let at = 0; at < samples.length; at++) {
    const sample = samples[at] ?? 0;
    if (sample >= 32_700 || sample <= -32_700) clipped++;
  }
  return samples.length === 0 ? 0 : clipped / samples.length;
}

function timingMeasures(
  timings: readonly TimedSpeech[] | undefined,
  durationSeconds: number,
  soundEndSeconds: number,
) {
  const last = timings?.at(-1);
  if (last === undefined) return {};
  return {
    soundAfterLastWordSeconds: soundEndSeconds - last.endSeconds,
    timingBeyondEndSeconds: last.endSeconds - durationSeconds,
  };
}

function areInOrder(timings: readonly TimedSpeech[]): boolean {
  const tolerance = 0.05;
  return timings.every(({ startSeconds, endSeconds }, index) => {
    const previousEnd = timings[index - 1]?.endSeconds ?? 0;
    return startSeconds >= previousEnd - tolerance && endSeconds >= startSeconds;
  });
}

/** Letters of the longest run of words that occurs twice in the text. */
function repeatedLetters(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  let longest = 0;
  for (let first = 0; first < words.length; first++) {
    for (let second = first + 1; second < words.length; second++) {
      let letters = 0;
      for (let run = 0; first + run < second && words[first + run] === words[second + run]; run++) {
        letters += words[first + run]?.length ?? 0;
      }
      longest = Math.max(longest, letters);
    }
  }
  return longest;
}
