import pLimit from 'p-limit';
import type { Config } from '../config.js';
import type { Script, ScriptStory, StageResult, Takes } from '../edition.js';
import type { EditedScript } from '../edits/apply-edits.js';
import { type Decode, type SpeakOptions, speakScript } from '../speech/index.js';
import { decodeToPcm } from '../stitch/decode.js';
import { type EncodedStory, encodeStory } from '../stitch/encode-story.js';
import type { Ffmpeg } from '../stitch/ffmpeg.js';
import type { PipelineHost } from './host.js';
import type { Workshop } from './workshop.js';

export interface SoundRequest {
  readonly config: Config;
  readonly concurrency?: number;
  readonly maxCharacters?: number;
}

/** What to make sound of. */
export interface SoundOrder extends EditedScript {
  /** Takes of the stories that stay as they are; they are neither cast nor spoken anew. */
  readonly keptTakes?: ReadonlyMap<ScriptStory, Takes>;
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
): Promise<StageResult<readonly EncodedStory[]>> {
  const { script, keptTakes = new Map() } = order;
  const encoder = startEncoder(script, workshop, host);
  host.onEvent({ kind: 'stage', stage: 'speech' });
  for (const [story, takes] of keptTakes) encoder.add(story, takes);
  const toSpeak = { ...script, stories: script.stories.filter((story) => !keptTakes.has(story)) };
  const options = { ...speakOptions(request, workshop, host, encoder.add), ...castingOf(order) };
  const { notices } = await speakScript(toSpeak, options);
  host.onEvent({ kind: 'stage', stage: 'stitch' });
  return { value: await encoder.finish(), notices };
}

function castingOf({ takeNumbers, takeKeys, storyVoices }: EditedScript) {
  return { takeNumbers, takeKeys, storyVoices };
}

function startEncoder(
  script: Script,
  { ffmpeg, encodedFolder }: Workshop,
  { threads, signal, onEvent }: PipelineHost,
) {
  const limit = pLimit(threads);
  const jobs = new Map<ScriptStory, Promise<EncodedStory>>();
  let storiesDone = 0;
  const encode = async (story: ScriptStory, takes: Takes) => {
    const encoded = await encodeStory(story, takes, { ffmpeg, keepFolder: encodedFolder, signal });
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
  { config, concurrency, maxCharacters }: SoundRequest,
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
  };
}

/** Raw samples (`pcm_24000`) say nothing about themselves; everything else does. */
function decoderOf(ffmpeg: Ffmpeg): Decode {
  return (bytes, _hint, signal) => decodeToPcm(ffmpeg, Buffer.from(bytes), { signal });
}
