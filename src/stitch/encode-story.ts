/** One story → frames that can be joined by copying: rendered, encoded, measured and kept. */
import { Readable } from 'node:stream';
import { collectGarbage } from '../collect-garbage.js';
import type { ScriptStory, Takes } from '../edition.js';
import { encodeFrames } from './encode-frames.js';
import type { Ffmpeg } from './ffmpeg.js';
import { MONO_KBPS } from './joint-stereo.js';
import { contentKey, type EncodedFrames, framesFile, keep, readKept } from './kept-frames.js';
import { levelsOf, type Measurement } from './mp3-meter.js';
import { FRAME_SAMPLES, planStory, SAMPLE_RATE_HZ, type StoryPlan } from './plan.js';
import { type RenderLevels, renderStory } from './render.js';
import type { PreparedBed } from './sounds.js';
import { takeReader } from './take-reader.js';
import { DEFAULT_TARGETS, type EncodeOptions, LAME_LOSS_DB, type SoundTargets } from './targets.js';
import { factorOf } from './true-peak.js';

/** Change it whenever the same plan would give other bytes. */
const RECIPE = 2;
/** How much higher than its source an encoded peak usually comes out. */
const OVERSHOOT_DB = 0.5;
/** Nearer to the target than this is near enough; the contract allows 0.5. */
const TOLERANCE_LU = 0.25;
const MAX_ENCODES = 3;
/** How long a bed is heard alone before the first word. */
const BED_LEAD_SECONDS = 2;

export interface EncodeStoryOptions extends EncodeOptions {
  /** Mixed under the story, and ducked where somebody speaks. */
  readonly bed?: PreparedBed | undefined;
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
  options: EncodeStoryOptions,
): Promise<EncodedStory> {
  const plan = planStory(story, takes, options.bed ? BED_LEAD_SECONDS : 0);
  const targets = options.targets ?? DEFAULT_TARGETS;
  const key = storyKey(plan, targets, options.bed);
  const kept = await readKept(options.keepFolder, key);
  if (kept) return { ...kept, story, plan };
  const frames = await encodeToTargets(plan, key, targets, options);
  // The takes' samples, 20 MB of a long story, are of no more use.
  collectGarbage();
  return { ...frames, story, plan };
}

/** Everything that the frames depend on. */
function storyKey(plan: StoryPlan, targets: SoundTargets, bed: PreparedBed | undefined): string {
  const clips = plan.clips.map(({ take, words: _words, segmentId: _id, ...place }) => ({
    ...place,
    take: [take.key, take.voice, take.sampleRateHz, take.durationSeconds, take.speechStartSeconds],
  }));
  return contentKey([RECIPE, MONO_KBPS, targets, plan.lengthSamples, clips, bed?.key ?? '']);
}

/** Encodes, measures, and encodes again with what was learnt where the first guess was not good enough. */
async function encodeToTargets(
  plan: StoryPlan,
  key: string,
  targets: SoundTargets,
  options: EncodeStoryOptions,
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
  { ffmpeg, keepFolder, openMeter, signal, bed }: EncodeStoryOptions,
): Promise<EncodedFrames> {
  const { sampleRateHz, readTake } = takeReader(plan.clips, ffmpeg);
  const samples = renderStory(plan, sampleRateHz, readTake, levels);
  return encodeFrames(ffmpeg, {
    inputs: [
      {
        source: Readable.from(samples, { objectMode: false }),
        demuxer: 'f32le',
        options: ['-ar', String(sampleRateHz), '-ac', '1'],
      },
      ...(bed ? [{ source: bed.file, demuxer: bed.demuxer, options: ['-vn'] }] : []),
    ],
    filterGraph: bed && duckingGraph(bed),
    frameCount: plan.lengthSamples / FRAME_SAMPLES,
    seamPlaces: plan.clips.flatMap(({ startSample, endSample }) => [startSample, endSample]),
    file: framesFile(keepFolder, key),
    openMeter,
    signal,
  });
}

/** Speech keys a compressor that turns the bed down, and lets it up again in the pauses. */
function duckingGraph(bed: PreparedBed): string {
  return [
    `[0:a]aresample=${SAMPLE_RATE_HZ},aformat=sample_fmts=fltp:channel_layouts=mono,asplit[speech][key]`,
    `[1:a:0]${bed.filters},apad[bed]`,
    // Behind the compressor ffmpeg 5 has forgotten the layout and would not merge.
    '[bed][key]sidechaincompress=threshold=0.01:ratio=6:attack=80:release=700,aformat=channel_layouts=mono[ducked]',
    '[speech][ducked]amerge=inputs=2,pan=mono|c0=c0+c1[out]',
  ].join(';');
}
