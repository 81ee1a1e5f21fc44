/**
 * A look-ahead limiter on the true peak. It turns the sound down smoothly before a peak and up again after it,
 * and leaves every sample alone that is further away from one: speech at −16 LUFS rarely needs it.
 */
import { createTruePeakMeter, REACH, truePeakAt } from './true-peak.js';

const ATTACK_SECONDS = 0.005;
const RELEASE_SECONDS = 0.06;

/** Brings `signal` (changed in place) below `ceiling`, in the signal's own scale. */
export function limitPeaks(signal: Float32Array, ceiling: number, sampleRateHz: number): void {
  const meter = createTruePeakMeter(ceiling);
  meter.add(signal);
  if (meter.peak <= ceiling) return;
  const attack = Math.round(ATTACK_SECONDS * sampleRateHz);
  const release = Math.round(RELEASE_SECONDS * sampleRateHz);
  const gain = new Float32Array(signal.length).fill(1);
  for (let at = REACH; at < signal.length - REACH; at += 1) {
    if (Math.abs(signal[at] as number) < ceiling / 2) continue;
    const peak = truePeakAt(signal, at);
    if (peak > ceiling) duck(gain, at, ceiling / peak, attack, release);
  }
  for (let at = 0; at < signal.length; at += 1) signal[at] = (signal[at] as number) * (gain[at] as number);
}

/** Lowers the gain around `at`: a raised cosine down to `depth` and back, flat over the peak's neighbours. */
function duck(gain: Float32Array, at: number, depth: number, attack: number, release: number): void {
  for (let offset = -attack; offset <= release; offset += 1) {
    const span = offset < 0 ? attack : release;
    const distance = Math.max(0, Math.abs(offset) - REACH) / (span - REACH);
    const wished = 1 - (1 - depth) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, distance)));
    const index = at + offset;
    if (index >= 0 && index < gain.length && wished < (gain[index] as number)) gain[index] = wished;
  }
}
