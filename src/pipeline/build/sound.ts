import pLimit from 'p-limit';
import type { Config } from '../../config.js';
import type { Script, ScriptStory, StageResult, Takes } from '../../edition.js';
import type { EditedScript } from '../../edits/apply-edits.js';
import { type Decode, type SpeakOptions, speakScript } from '../../speech/index.js';
import type { AlternateFormat } from '../../stitch/alternates.js';
import { decodeToPcm } from '../../stitch/decode.js';
import { type EncodedStory, type EncodeStoryOptions, encodeStory } from '../../stitch/encode-story.js';
import type { Ffmpeg } from '../../stitch/ffmpeg.js';
import { type ProducedSound, prepareSound } from '../../stitch/sounds.js';
import { DEFAULT_TARGETS, type EncodeOptions } from '../../stitch/targets.js';
import type { PipelineHost } from '../host.js';
import type { Workshop } from '../workshop.js';

export interface SoundRequest {
  readonly config: Config;
  readonly concurrency?: number;
  readonly maxCharacters?: number;
  /** `asr`: takes are transcribed too, and compared with what was to be said. */
  readonly verify?: 'asr';
  /** Beside MP3; formats that the edition already has are kept up. */
  readonly formats?: readonly AlternateFormat[];
}

/** Everything that an episode is joined from. */
export interface MadeSound {
  readonly stories: readonly EncodedStory[];
  /** Intro, transition, outro and bed. */
  readonly produced: ProducedSound;
}

/** What to make sound of. */
export interface SoundOrder extends EditedScript {
  /** Takes of the stories that stay as they are; they are neither cast nor spoken anew. */
  readonly keptTakes?: ReadonlyMap<ScriptStory, Takes>;
  /** Called when all takes are there and the engine's memory is free again. */
  readonly onSpoken?: () => void;
}

/**
 * Script → encoded stories. A story is encoded as soon as its last take is there, while others are still
 * spoken, so that the episode is finished moments after the last take.
 */
export async function makeSound(
  order: SoundOrder,
  request: SoundRequest,
  workshop: Workshop,
  host: PipelineHost,
): Promise<StageResult<MadeSound>> {
  const { script, keptTakes = new Map() } = order;
  const encoding = encodeOptions(request.config, workshop, host);
  // First, so that a sound file that can't be used costs no speech.
  const produced = await prepareSound(request.config.show.sound, encoding);
  const encoder = startEncoder(script, { ...encoding, bed: produced.bed }, host);
  host.onEvent({ kind: 'stage', stage: 'speech' });
  for (const [story, takes] of keptTakes) encoder.add(story, takes);
  const toSpeak = { ...script, stories: script.stories.filter((story) => !keptTakes.has(story)) };
  if (toSpeak.stories.length > 0) {
    workshop.ffmpeg.warmUp();
    workshop.meters.warmUp();
  }
  const options = {
    ...speakOptions(request, workshop, host, encoder.add),
    ...castingOf(order),
    comparedWith: keysOf(keptTakes.values()),
  };
  const { notices } = await speakScript(toSpeak, options);
  order.onSpoken?.();
  host.onEvent({ kind: 'stage', stage: 'stitch' });
  return { value: { stories: await encoder.finish(), produced }, notices };
}

function keysOf(takesOfStories: Iterable<Takes>): readonly string[] {
  return [...takesOfStories].flatMap((takes) => [...takes.values()].map(({ key }) => key));
}

function castingOf({ takeNumbers, takeKeys, storyVoices }: EditedScript) {
  return { takeNumbers, takeKeys, storyVoices };
}

function encodeOptions(
  { show }: Config,
  { ffmpeg, meters, encodedFolder }: Workshop,
  { signal }: PipelineHost,
): EncodeOptions {
  const { targetLufs, truePeakDbtp } = { ...DEFAULT_TARGETS, ...show.sound };
  const targets = { targetLufs, truePeakDbtp };
  return { ffmpeg, keepFolder: encodedFolder, targets, openMeter: meters.open, signal };
}

function startEncoder(
  script: Script,
  { bed, ...options }: EncodeStoryOptions,
  { threads, onEvent }: PipelineHost,
) {
  const limit = pLimit(threads);
  const jobs = new Map<ScriptStory, Promise<EncodedStory>>();
  let storiesDone = 0;
  const encode = async (story: ScriptStory, takes: Takes) => {
    // The bed lies under the opening.
    const isOpening = story === script.stories[0];
    const encoded = await encodeStory(story, takes, isOpening ? { ...options, bed } : options);
    storiesDone += 1;
    onEvent({ kind: 'stitch', storiesDone, stories: script.stories.length });
    return encoded;
  };
  return {
    add(story: ScriptStory, takes: Takes): void {
      const job = limit(encode, story, takes);
      // A failure is thrown by `finish`; until then it must not count as unhandled.
      job.catch(() => undefined);
      jobs.set(story, job);
    },
    /** All stories, in the script's order. */
    finish: () => Promise.all(script.stories.flatMap((story) => jobs.get(story) ?? [])),
  };
}

function speakOptions(
  { config, concurrency, maxCharacters, verify }: SoundRequest,
  workshop: Workshop,
  { threads, signal, onEvent }: PipelineHost,
  onStory: NonNullable<SpeakOptions['onStory']>,
): SpeakOptions {
  return {
    engine: config.engine,
    voices: config.voices,
    environment: config.environment,
    takesDir: workshop.takesFolder,
    threads,
    signal,
    decode: decoderOf(workshop.ffmpeg),
    onStory,
    onEvent: (event) =>
      onEvent(
        event.kind === 'engine' ? { kind: 'message', message: event.message } : { ...event, kind: 'speech' },
      ),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(maxCharacters === undefined ? {} : { maxCharacters }),
    ...(verify === undefined ? {} : { verify }),
  };
}

/** Raw samples (`pcm_24000`) say nothing about themselves; everything else does. */
function decoderOf(ffmpeg: Ffmpeg): Decode {
  return (bytes, _hint, signal) => decodeToPcm(ffmpeg, Buffer.from(bytes), { signal });
}
