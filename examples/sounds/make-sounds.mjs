/**
 * Makes the two example sounds, from nothing but arithmetic, so they belong to nobody and are free for any use
 * (CC0). Run `node examples/sounds/make-sounds.mjs`; the same bytes come out every time.
 *
 * intro.wav       a plucked pentatonic figure that settles on a chord: strings after Karplus and Strong (a burst
 *                 of noise runs round a delay line and is averaged at each turn, which is how a string loses its
 *                 brightness)
 * transition.wav  two soft bell notes: sines at a bell's uneven ratios, each dying away at its own pace
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE_RATE_HZ = 32_000;

/** The sounds by file name, as WAV bytes. */
export function makeSounds() {
  return { 'intro.wav': wav(intro(), 0.5), 'transition.wav': wav(transition(), 0.4) };
}

function intro() {
  const sound = silence(5.5);
  const figure = [196, 246.94, 293.66, 329.63, 440, 392];
  figure.forEach((frequencyHz, note) => pluck(sound, 0.1 + note * 0.28, frequencyHz, 0.5, note + 1));
  for (const [note, frequencyHz] of [98, 196, 293.66, 392, 493.88].entries()) {
    pluck(sound, 1.9 + note * 0.03, frequencyHz, 0.6, 20 + note);
  }
  return sound;
}

function transition() {
  const sound = silence(2);
  bell(sound, 0.02, 587.33, 0.6);
  bell(sound, 0.3, 783.99, 0.5);
  return sound;
}

function silence(seconds) {
  return new Float64Array(Math.round(seconds * SAMPLE_RATE_HZ));
}

function pluck(sound, atSeconds, frequencyHz, level, seed) {
  const random = randomFrom(seed);
  const line = Float64Array.from({ length: Math.round(SAMPLE_RATE_HZ / frequencyHz) }, () => 2 * random() - 1);
  const start = Math.round(atSeconds * SAMPLE_RATE_HZ);
  for (let at = start, turn = 0; at < sound.length; at += 1, turn += 1) {
    const here = turn % line.length;
    const value = line[here];
    line[here] = 0.4985 * (value + line[(here + 1) % line.length]);
    sound[at] += level * value * Math.min(1, turn / 60);
  }
}

/** Partials of a bell: how many times the strike note, how strong, how long until it has gone. */
const BELL_PARTIALS = [
  [0.5, 0.25, 1.6],
  [1, 1, 1.1],
  [2, 0.5, 0.7],
  [2.76, 0.3, 0.45],
  [5.4, 0.1, 0.2],
];

function bell(sound, atSeconds, frequencyHz, level) {
  const start = Math.round(atSeconds * SAMPLE_RATE_HZ);
  for (const [ratio, strength, seconds] of BELL_PARTIALS) {
    for (let at = start; at < sound.length; at += 1) {
      const time = (at - start) / SAMPLE_RATE_HZ;
      const envelope = Math.min(1, time / 0.004) * Math.exp((-4.6 * time) / seconds);
      sound[at] += level * strength * envelope * Math.sin(2 * Math.PI * frequencyHz * ratio * time);
    }
  }
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Mono, 16 bits, with the loudest sample at `peak` and the last half second faded out. */
function wav(sound, peak) {
  const loudest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const bytes = Buffer.alloc(44 + 2 * sound.length);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  bytes.writeUInt32LE(2 * SAMPLE_RATE_HZ, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(2 * sound.length, 40);
  const fade = SAMPLE_RATE_HZ / 2;
  sound.forEach((value, at) => {
    const left = Math.min(1, (sound.length - at) / fade);
    bytes.writeInt16LE(Math.round((value / loudest) * peak * left * 32_767), 44 + 2 * at);
  });
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, bytes] of Object.entries(makeSounds())) {
    writeFileSync(path.join(path.dirname(process.argv[1]), name), bytes);
  }
}
