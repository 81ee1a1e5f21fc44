import type { Peaks, TakeSound } from '../../api.js';

/** Width and height of a picture of sound, in its own units. */
export const WAVE_WIDTH = 448;
export const WAVE_HEIGHT = 28;

/** One bar every so many units, as wide as half of them. */
const BAR_UNITS = 4;

/** Silence is a dot, full scale leaves the stroke's round ends inside. */
const LEAST = 1;
const MOST = WAVE_HEIGHT / 2 - 1.5;

/**
 * A take's sounding part as an SVG path of upright bars. Loudness is drawn by its square root, relative to the
 * loudest moment, so that quiet speech is seen too.
 */
export function wavePath(peaks: Peaks, sound: Pick<TakeSound, 'startSeconds' | 'endSeconds'>): string {
  const bytes = Uint8Array.from(atob(peaks.peaks), (character) => character.charCodeAt(0));
  const from = Math.floor(sound.startSeconds * peaks.peaksPerSecond);
  const heard = bytes.subarray(from, Math.max(from + 1, Math.ceil(sound.endSeconds * peaks.peaksPerSecond)));
  const loudest = heard.reduce((most, peak) => Math.max(most, peak), 1);
  const bars = WAVE_WIDTH / BAR_UNITS;
  return Array.from({ length: bars }, (_, bar) => {
    const first = Math.floor((bar * heard.length) / bars);
    const after = Math.max(first + 1, Math.floor(((bar + 1) * heard.length) / bars));
    const peak = heard.subarray(first, after).reduce((most, one) => Math.max(most, one), 0);
    const half = Math.max(LEAST, MOST * Math.sqrt(peak / loudest));
    return barAt(bar * BAR_UNITS + BAR_UNITS / 2, half);
  }).join('');
}

function barAt(x: number, half: number): string {
  const middle = WAVE_HEIGHT / 2;
  return `M${x} ${(middle - half).toFixed(1)}V${(middle + half).toFixed(1)}`;
}
