/** One story → frames that can be joined by copying: rendered, encoded, measured and kept. */
import { Readable } from 'node:stream';
import type { ScriptStory, Takes } from '../edition.js';
import type { ReadTake } from './clip-sound.js';
import { decodeFile } from './decode.js';
import { encodeFrames } from './encode-frames.js';
import type { Ffmpeg } from './ffmpeg.js';
import { MONO_KBPS } from './joint-stereo.js';
import { contentKey, type EncodedFrames, framesFile, keep, readKept } from './kept-frames.js';
import { levelsOf, type Measurement } from './mp3-meter.js';
import { FRAME_SAMPLES, planStory, SAMPLE_RATE_HZ, type StoryPlan } from './plan.js';
import { type RenderLevels, renderStory } from './render.js';
import { factorOf } from './true-peak.js';
import { readWav } from './wav.js';

/** Change it whenever the same plan would give other bytes. */
const RECIPE = 1;
/** LAME lowers sound of a constant rate to 0.95 (measured: −0.45 dB from 96 to 160 kbit/s). */
const LAME_LOSS_DB = -20 * Math.log10(0.95);
/** How much higher than its source an encoded peak usually comes out. */
const OVERSHOOT_DB = 0.5;
/** Nearer to the target than this is near enough; the contract allows 0.5. */
const TOLERANCE_LU = 0.25;
const MAX_ENCODES = 3;

/** What a finished edition shall measure. */
export interface SoundTargets {
  /** Integrated, as heard on two speakers. */
  readonly targetLufs: number;
  readonly truePeakDbtp: number;
}

/** −16 LUFS and −1 dBTP: what Apple asks, and every other directory accepts. */
export const DEFAULT_TARGETS: SoundTargets = { targetLufs: -16, truePeakDbtp: -1 };

export interface EncodeOptions {
  readonly ffmpeg: Ffmpeg;
  /** Where encoded stories are kept from build to build. */
  readonly keepFolder: string;
  readonly targets?: SoundTargets;
  readonly signal?: AbortSignal;
}

/** A story, its timeline, and its frames. */
export interface EncodedStory extends EncodedFrames {
  readonly story: ScriptStory;
  readonly plan: StoryPlan;
}

/**
 * Encodes one story, or finds it kept. Its bytes depend on this story alone.
 * @throws AudioEditionError `take-missing`, `take-unreadable`, those of {@link Ffmpeg}.
 */
export async function encodeStory(
  story: ScriptStory,
  takes: Takes,
  options: EncodeOptions,
): Promise<EncodedStory> {
  const plan = planStory(story, takes);
  const targets = options.targets ?? DEFAULT_TARGETS;
  const key = storyKey(plan, targets);
  const kept = await readKept(options.keepFolder, key);
  return { ...(kept ?? (await encodeToTargets(plan, key, targets, options))), story, plan };
}

/** Everything that the frames depend on. */
function storyKey(plan: StoryPlan, targets: SoundTargets): string {
  const clips = plan.clips.map(({ take, words: _words, segmentId: _id, ...place }) => ({
    ...place,
    take: [take.key, take.voice, take.sampleRateHz, take.durationSeconds, take.speechStartSeconds],
  }));
  return contentKey([RECIPE, MONO_KBPS, targets, plan.lengthSamples, clips]);
}

/** Encodes, measures, and encodes again with what was learnt where the first guess was not good enough. */
async function encodeToTargets(
  plan: StoryPlan,
  key: string,
  targets: SoundTargets,
  options: EncodeOptions,
): Promise<EncodedFrames> {
  let levels: RenderLevels = {
    targetLufs: targets.targetLufs + LAME_LOSS_DB,
    peakCeiling: factorOf(targets.truePeakDbtp + LAME_LOSS_DB - OVERSHOOT_DB),
  };
  for (let encodes = 1; ; encodes += 1) {
    const frames = await encodePlan(plan, key, levels, options);
    const corrected = correctLevels(levels, frames.measurement, targets);
    if (!corrected || encodes === MAX_ENCODES) return keep(options.keepFolder, key, frames);
    levels = corrected;
  }
}

/** Levels that make up for what was measured; undefined where it is good as it is. */
function correctLevels(
  levels: RenderLevels,
  measurement: Measurement,
  targets: SoundTargets,
): RenderLevels | undefined {
  const measured = levelsOf(measurement);
  const loudnessError = targets.targetLufs - measured.loudnessLufs;
  const peakExcess = measured.truePeakDbtp - targets.truePeakDbtp;
  const audible = measurement.truePeak > 0.001;
  if (!audible || (Math.abs(loudnessError) <= TOLERANCE_LU && peakExcess <= 0)) return undefined;
  return {
    targetLufs: levels.targetLufs + loudnessError,
    peakCeiling: levels.peakCeiling * factorOf(peakExcess > 0 ? -peakExcess - 0.1 : 0),
  };
}

function encodePlan(
  plan: StoryPlan,
  key: string,
  levels: RenderLevels,
  { ffmpeg, keepFolder, signal }: EncodeOptions,
): Promise<EncodedFrames> {
  const { sampleRateHz, readTake } = takeReader(plan, ffmpeg);
  const samples = renderStory(plan, sampleRateHz, readTake, levels);
  return encodeFrames(ffmpeg, {
    input: {
      source: Readable.from(samples, { objectMode: false }),
      demuxer: 'f32le',
      options: ['-ar', String(sampleRateHz), '-ac', '1'],
    },
    frameCount: plan.lengthSamples / FRAME_SAMPLES,
    file: framesFile(keepFolder, key),
    signal,
  });
}

/** Reads takes as they are where all have one rate; else brings each to the published rate. */
function takeReader(plan: StoryPlan, ffmpeg: Ffmpeg): { sampleRateHz: number; readTake: ReadTake } {
  const rates = new Set(plan.clips.map((clip) => clip.take.sampleRateHz));
  const [only] = rates;
  if (rates.size === 1 && only) return { sampleRateHz: only, readTake: (clip) => readWav(clip.take.file) };
  return {
    sampleRateHz: SAMPLE_RATE_HZ,
    readTake: async ({ take }) =>
      take.sampleRateHz === SAMPLE_RATE_HZ
        ? readWav(take.file)
        : decodeFile(ffmpeg, { file: take.file, demuxer: 'wav', sampleRateHz: SAMPLE_RATE_HZ }),
  };
}
