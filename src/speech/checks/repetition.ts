import { frameLevelsDbfs, voiceLevelDbfs } from '../audible.js';
import type { Pcm } from '../engine.js';

const FRAME_SECONDS = 0.04;

/** Shorter stretches are alike by chance. */
const WINDOW_FRAMES = 25;

/** What sounds again begins at least so much later. */
const SHORTEST_LAG_FRAMES = 12;

/** Mean difference of level below which two stretches are the same; two different ones differ by 8 dB. */
const SAME_DB = 2.5;

/** A steady sound is like itself everywhere; speech rises and falls more than this within a second. */
const LEAST_MOVEMENT_DB = 5;

/**
 * The longest stretch of a take that is heard a second time, in seconds; 0 when there is none of a second or
 * more. Compares how the level moves, which is enough to tell a stretch from any other.
 */
export function longestRepetitionSeconds(pcm: Pcm): number {
  const levels = flooredLevels(pcm);
  let longest = 0;
  for (let lag = SHORTEST_LAG_FRAMES; lag + WINDOW_FRAMES <= levels.length; lag++) {
    longest = Math.max(longest, longestRunAtLag(levels, lag));
  }
  return longest * FRAME_SECONDS;
}

/** Levels with silence at one value, so that the noise of a pause counts for nothing. */
function flooredLevels(pcm: Pcm): Float64Array {
  const levels = frameLevelsDbfs(pcm, FRAME_SECONDS);
  const floor = voiceLevelDbfs(levels) - 35;
  return levels.map((level) => Math.max(level, floor));
}

/**
 * The longest run of frames that are the same as those `lag` later; 0 below a window. The sum over the
 * window is carried along, for this is done for every lag.
 */
function longestRunAtLag(levels: Float64Array, lag: number): number {
  let [longest, run, difference] = [0, 0, 0];
  const differences = new Float64Array(levels.length - lag);
  for (let frame = 0; frame < differences.length; frame++) {
    const here = Math.abs((levels[frame] ?? 0) - (levels[frame + lag] ?? 0));
    differences[frame] = here;
    difference += here - (frame < WINDOW_FRAMES ? 0 : (differences[frame - WINDOW_FRAMES] ?? 0));
    const isSame = difference < SAME_DB * WINDOW_FRAMES && frame >= WINDOW_FRAMES - 1;
    if (!isSame) run = 0;
    else if (run > 0 || isLively(levels, frame)) run++;
    if (run > 0 && run + WINDOW_FRAMES - 1 > longest) longest = run + WINDOW_FRAMES - 1;
  }
  return longest;
}

/** Whether the window that ends at a frame moves like speech. */
function isLively(levels: Float64Array, lastFrame: number): boolean {
  const window = levels.subarray(lastFrame - WINDOW_FRAMES + 1, lastFrame + 1);
  const mean = window.reduce((sum, level) => sum + level, 0) / window.length;
  const variance = window.reduce((sum, level) => sum + (level - mean) ** 2, 0) / window.length;
  return Math.sqrt(variance) > LEAST_MOVEMENT_DB;
}
