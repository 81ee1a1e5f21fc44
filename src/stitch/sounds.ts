/**
 * Produced sound: intro, outro and transition become stretches of the episode, a bed is mixed under the
 * opening. Each is measured once and brought to its level, so that music never jumps above speech.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Show, SoundFile } from '../edition.js';
import { AudioEditionError, messageOf } from '../errors.js';
import { demuxerOf } from './decode.js';
import { encodeFrames } from './encode-frames.js';
import { contentKey, type EncodedFrames, framesFile, keep, readKept } from './kept-frames.js';
import { integratedLufs, loudestLufs } from './loudness.js';
import { measureDecoded, type SoundSource, TO_ONE_CHANNEL } from './measure-decoded.js';
import { FRAME_SAMPLES, MIN_TAIL_SAMPLES, SAMPLE_RATE_HZ, samplesOf } from './plan.js';
import { DEFAULT_TARGETS, type EncodeOptions, LAME_LOSS_DB, type SoundTargets } from './targets.js';
import { decibels } from './true-peak.js';

/** Where a sound can stand between stories. */
export type SoundPlace = 'intro' | 'transition' | 'outro';

/** Music is set this much below speech where the show says nothing, a bed still lower. */
const DEFAULT_LEVEL_BELOW_SPEECH_LU = { intro: 2, transition: 2, outro: 2, bed: 6 } as const;
/** Silence between a sound and the words that follow. */
const GAP_SECONDS = 0.3;
/** No click where a file begins or ends hard. */
const LEAST_FADE_SECONDS = 0.01;
const BED_FADE_OUT_SECONDS = 3;
/** Peaks of music come out of the encoder a little higher. */
const PEAK_HEADROOM_DB = 1;

/** A bed that is ready to be mixed. */
export interface PreparedBed {
  readonly file: string;
  readonly demuxer: string;
  /** ffmpeg filters that bring it to its level, with fades. */
  readonly filters: string;
  /** Content address of file and settings. */
  readonly key: string;
}

/** The show's sounds, ready. */
export interface ProducedSound {
  readonly pieces: Readonly<Partial<Record<SoundPlace, EncodedFrames>>>;
  readonly bed?: PreparedBed;
}

/**
 * Prepares what `show.json` names under `sound`; unchanged files are found kept.
 * @throws AudioEditionError `sound-missing`, `sound-unknown`, `sound-silent` (input); those of ffmpeg.
 */
export async function prepareSound(sound: Show['sound'], options: EncodeOptions): Promise<ProducedSound> {
  const pieces: Partial<Record<SoundPlace, EncodedFrames>> = {};
  for (const place of ['intro', 'transition', 'outro'] as const) {
    const file = sound?.[place];
    if (file) pieces[place] = await encodeSound(place, file, options);
  }
  return { pieces, ...(sound?.bed ? { bed: await prepareBed(sound.bed, options) } : {}) };
}

async function encodeSound(
  place: SoundPlace,
  sound: SoundFile,
  options: EncodeOptions,
): Promise<EncodedFrames> {
  const source = await openSound(place, sound.file);
  const targets = options.targets ?? DEFAULT_TARGETS;
  const key = contentKey(['sound', RECIPE, place, source.sha256, { ...sound, file: '' }, targets]);
  const kept = await readKept(options.keepFolder, key);
  if (kept) return kept;
  const measured = await measureSound(place, source, options);
  const soundingSamples = measured.samples + samplesOf(GAP_SECONDS);
  const frames = await encodeFrames(options.ffmpeg, {
    inputs: [{ source: source.file, demuxer: source.demuxer, options: ['-vn'] }],
    filterGraph: `[0:a:0]${shaping(place, sound, measured, targets)},apad=pad_len=${FRAME_SAMPLES * 4 + MIN_TAIL_SAMPLES + samplesOf(GAP_SECONDS)}[out]`,
    frameCount: Math.ceil((soundingSamples + MIN_TAIL_SAMPLES) / FRAME_SAMPLES),
    file: framesFile(options.keepFolder, key),
    signal: options.signal,
  });
  return keep(options.keepFolder, key, frames);
}

async function prepareBed(sound: SoundFile, options: EncodeOptions): Promise<PreparedBed> {
  const source = await openSound('bed', sound.file);
  const targets = options.targets ?? DEFAULT_TARGETS;
  const measured = await measureSound('bed', source, options);
  const filters = shaping('bed', { fadeOutSeconds: BED_FADE_OUT_SECONDS, ...sound }, measured, targets);
  const { file, demuxer, sha256 } = source;
  return { file, demuxer, filters, key: contentKey([RECIPE, sha256, filters]) };
}

/** Change it whenever the same file and settings would give other bytes. */
const RECIPE = 1;

/** ffmpeg filters: one channel at the published rate, level, fades. */
function shaping(
  place: SoundPlace | 'bed',
  sound: Omit<SoundFile, 'file'>,
  measured: MeasuredSound,
  targets: SoundTargets,
): string {
  const seconds = measured.samples / SAMPLE_RATE_HZ;
  const fadeIn = Math.min(Math.max(LEAST_FADE_SECONDS, sound.fadeInSeconds ?? 0), seconds / 2);
  const fadeOut = Math.min(Math.max(LEAST_FADE_SECONDS, sound.fadeOutSeconds ?? 0), seconds / 2);
  return [
    TO_ONE_CHANNEL,
    `volume=${gainDb(place, sound.levelLufs, measured, targets).toFixed(2)}dB`,
    `afade=t=in:d=${fadeIn.toFixed(3)}`,
    `afade=t=out:st=${(seconds - fadeOut).toFixed(3)}:d=${fadeOut.toFixed(3)}`,
  ].join(',');
}

/** The asked level, less where its loudest moment would stand above speech or its peaks too high. */
function gainDb(
  place: SoundPlace | 'bed',
  levelLufs: number | undefined,
  measured: MeasuredSound,
  targets: SoundTargets,
): number {
  const wished = levelLufs ?? targets.targetLufs - DEFAULT_LEVEL_BELOW_SPEECH_LU[place];
  return Math.min(
    wished - measured.loudnessLufs + LAME_LOSS_DB,
    targets.targetLufs - measured.loudestLufs + LAME_LOSS_DB,
    targets.truePeakDbtp - PEAK_HEADROOM_DB - measured.truePeakDbtp + LAME_LOSS_DB,
  );
}

interface HashedSound extends SoundSource {
  readonly sha256: string;
}

async function openSound(place: string, file: string): Promise<HashedSound> {
  const name = `The ${place} "${file}"`;
  try {
    const handle = await open(file);
    const head = Buffer.alloc(16);
    await handle.read(head, 0, head.length, 0).finally(() => handle.close());
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return { file, demuxer: demuxerOf(head, name), sha256: hash.digest('hex') };
  } catch (cause) {
    if (cause instanceof AudioEditionError) throw cause;
    throw inputError(
      `${name} can't be read: ${messageOf(cause)}. Correct "sound" in show.json.`,
      'sound-missing',
    );
  }
}

interface MeasuredSound {
  readonly samples: number;
  readonly loudnessLufs: number;
  readonly loudestLufs: number;
  readonly truePeakDbtp: number;
}

async function measureSound(
  place: string,
  source: HashedSound,
  options: EncodeOptions,
): Promise<MeasuredSound> {
  const { samples, hopEnergies, truePeak } = await measureDecoded(options.ffmpeg, source, options.signal);
  const loudnessLufs = integratedLufs(hopEnergies);
  if (!Number.isFinite(loudnessLufs)) {
    throw inputError(
      `The ${place} "${source.file}" is silent. Correct "sound" in show.json.`,
      'sound-silent',
    );
  }
  return { samples, loudnessLufs, loudestLufs: loudestLufs(hopEnergies), truePeakDbtp: decibels(truePeak) };
}

function inputError(message: string, code: string): AudioEditionError {
  return new AudioEditionError(message, { code, stage: 'stitch', fault: 'input' });
}
