import type { TimedSpeech } from '../edition.js';
import { type AudibleSpan, audibleSpan } from './audible.js';
import type { Pcm } from './engine.js';

/** Silence that is kept before and after the sound: enough for a breath in and for the last echo. */
const KEPT_BEFORE_SECONDS = 0.05;
const KEPT_AFTER_SECONDS = 0.15;

export interface TrimmedSpeech {
  readonly pcm: Pcm;
  readonly timings: readonly TimedSpeech[];
  /** Where the sound is after trimming. */
  readonly span: AudibleSpan;
}

/** Removes the silence around a take, so that pauses are what the script says; timings move along. */
export function trimSilence(pcm: Pcm, timings: readonly TimedSpeech[]): TrimmedSpeech {
  const span = audibleSpan(pcm);
  const { startSeconds, endSeconds } = span;
  if (endSeconds === 0) return { pcm, timings, span };
  const from = Math.max(0, Math.floor((startSeconds - KEPT_BEFORE_SECONDS) * pcm.sampleRateHz));
  const to = Math.min(pcm.samples.length, Math.ceil((endSeconds + KEPT_AFTER_SECONDS) * pcm.sampleRateHz));
  const samples = pcm.samples.subarray(from, to);
  const offsetSeconds = from / pcm.sampleRateHz;
  const durationSeconds = samples.length / pcm.sampleRateHz;
  return {
    pcm: { ...pcm, samples },
    timings: moveTimings(timings, -offsetSeconds, durationSeconds),
    span: { startSeconds: startSeconds - offsetSeconds, endSeconds: endSeconds - offsetSeconds },
  };
}

/** Timings moved by so many seconds and kept in order, without overlap, inside the take. */
function moveTimings(
  timings: readonly TimedSpeech[],
  bySeconds: number,
  durationSeconds: number,
): readonly TimedSpeech[] {
  let earliest = 0;
  return timings.map(({ speech, startSeconds, endSeconds }) => {
    const start = Math.min(Math.max(startSeconds + bySeconds, earliest), durationSeconds);
    const end = Math.min(Math.max(endSeconds + bySeconds, start), durationSeconds);
    earliest = end;
    return { speech, startSeconds: start, endSeconds: end };
  });
}
