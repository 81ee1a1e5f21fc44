import type { Pcm } from './engine.js';

/** The span of a take in which something is heard, in seconds; both 0 when nothing is. */
export interface AudibleSpan {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

const FRAME_SECONDS = 0.005;

/** Quieter than this is no speech on any device: about the noise of 10 bits. */
const SILENCE_DBFS = -55;

/** Breath and room stay this far below a voice; the end of an `f` or an `s` does not. */
const BELOW_VOICE_DB = 38;

/** Finds the first and the last audible moment of a take, to 5 ms. */
export function audibleSpan(pcm: Pcm): AudibleSpan {
  const levels = frameLevelsDbfs(pcm, FRAME_SECONDS);
  const threshold = Math.max(SILENCE_DBFS, voiceLevelDbfs(levels) - BELOW_VOICE_DB);
  const first = levels.findIndex((level) => level > threshold);
  if (first === -1) return { startSeconds: 0, endSeconds: 0 };
  const last = levels.findLastIndex((level) => level > threshold);
  const durationSeconds = pcm.samples.length / pcm.sampleRateHz;
  return {
    startSeconds: first * FRAME_SECONDS,
    endSeconds: Math.min(durationSeconds, (last + 1) * FRAME_SECONDS),
  };
}

/** The power of every n-th sample is that of all of them, as long as so many a second are left. */
const ENOUGH_RATE_HZ = 8000;

/** RMS level of each frame, in dB below full scale; digital silence is −120. */
export function frameLevelsDbfs({ samples, sampleRateHz }: Pcm, frameSeconds: number): Float64Array {
  // Not rounded: at 44.1 kHz a rounded frame of 5 ms would be a second off after seven minutes.
  const frameLength = frameSeconds * sampleRateHz;
  const step = Math.max(1, Math.floor(sampleRateHz / ENOUGH_RATE_HZ));
  const levels = new Float64Array(Math.ceil(samples.length / frameLength));
  for (let frame = 0; frame < levels.length; frame++) {
    const end = Math.min(samples.length, Math.round((frame + 1) * frameLength));
    let [sum, count] = [0, 0];
    for (let at = Math.round(frame * frameLength); at < end; at += step, count++) {
      const sample = samples[at] ?? 0;
      sum += sample * sample;
    }
    levels[frame] = 10 * Math.log10(Math.max(sum / Math.max(count, 1) / 32_768 ** 2, 1e-12));
  }
  return levels;
}

/** How loud the loud part of the speech is: the level that one frame in ten exceeds. */
export function voiceLevelDbfs(levels: Float64Array): number {
  const sorted = levels.toSorted();
  return sorted[Math.floor(sorted.length * 0.9)] ?? -120;
}
