/**
 * The timeline: takes and pauses → whole samples at 44,100 Hz. Pure; everything that has a time (chapters,
 * words, tags, feed) is read from here, nothing is measured twice.
 *
 * A story's plan depends on that story alone, so its frames can be kept and joined by copying. To make that
 * exact, a story is a whole number of MP3 frames long and ends in enough silence for the encoder's overlap
 * (measured: facts in docs/sound.md, "Joining").
 */
import type { EditionWord, ScriptStory, Take, Takes } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import { timeWords } from './words.js';

/** The one sample rate of everything that is published. */
export const SAMPLE_RATE_HZ = 44_100;
/** Samples of one MPEG-1 layer III frame. */
export const FRAME_SAMPLES = 1152;
/** Encoder delay (576) and decoder delay (529) of MP3: what the last kept frame can't hold must be silence. */
export const MIN_TAIL_SAMPLES = 1105;
/** Silence at a story's start, so that speech never begins on the very first sample. */
const LEAD_SAMPLES = samplesOf(0.02);
/** No silence inside an edition is longer, whatever the script asks. */
const MAX_PAUSE_SAMPLES = samplesOf(2.9);
/** How much of the take around its speech is kept, inside the pause: breath and decay, not hiss. */
const MARGIN_BEFORE_SAMPLES = samplesOf(0.015);
const MARGIN_AFTER_SAMPLES = samplesOf(0.03);

/** A stretch of a take and where it lies in its story. Samples count from the story's start. */
export interface Clip {
  readonly segmentId: string;
  readonly take: Take;
  /** What is heard first and last: speech, without the margins. */
  readonly startSample: number;
  readonly endSample: number;
  /** Kept of the take before and after its speech. */
  readonly marginBeforeSamples: number;
  readonly marginAfterSamples: number;
  /** On the story's clock, in seconds. */
  readonly words: readonly EditionWord[];
}

/** One story on its own clock. */
export interface StoryPlan {
  readonly slug: string;
  readonly clips: readonly Clip[];
  /** A multiple of {@link FRAME_SAMPLES}. */
  readonly lengthSamples: number;
}

/** A story's place in the episode. */
export interface PlacedStory {
  readonly plan: StoryPlan;
  readonly startSample: number;
  readonly endSample: number;
}

/** How long the sounds between the stories are, in samples; 0 where there are none. */
export interface SoundLengths {
  readonly intro: number;
  readonly transition: number;
  readonly outro: number;
}

/** The whole episode: intro, stories with a transition between two, outro, without gaps. */
export interface EpisodePlan {
  readonly stories: readonly PlacedStory[];
  readonly lengthSamples: number;
}

const NO_SOUNDS: SoundLengths = { intro: 0, transition: 0, outro: 0 };

/** Puts planned stories one behind the other. */
export function placeStories(plans: readonly StoryPlan[], sounds: SoundLengths = NO_SOUNDS): EpisodePlan {
  let at = sounds.intro;
  const stories = plans.map((plan, index) => {
    const startSample = at + (index === 0 ? 0 : sounds.transition);
    at = startSample + plan.lengthSamples;
    return { plan, startSample, endSample: at };
  });
  return { stories, lengthSamples: at + sounds.outro };
}

/**
 * Lays out one story: speech after speech with exactly the script's pause between what is heard. The pause
 * after the last segment counts up to the next story's first word, within half a frame (13 ms).
 * @param leadSeconds Room before the first word, for music.
 * @throws AudioEditionError `take-missing` where a segment has no take.
 */
export function planStory(story: ScriptStory, takes: Takes, leadSeconds = 0): StoryPlan {
  const clips: Clip[] = [];
  let at = LEAD_SAMPLES + samplesOf(leadSeconds);
  let gapBefore = LEAD_SAMPLES;
  for (const segment of story.segments) {
    const take = takes.get(segment.id) ?? missing(segment.id);
    const gapAfter = Math.min(samplesOf(segment.pauseAfterSeconds), MAX_PAUSE_SAMPLES);
    const endSample = at + speechSamples(take);
    clips.push({
      segmentId: segment.id,
      take,
      startSample: at,
      endSample,
      marginBeforeSamples: marginBefore(take, gapBefore),
      marginAfterSamples: marginAfter(take, gapAfter),
      words: timeWords(segment.tokens, segment.speech, take).map((word) => onStoryClock(word, take, at)),
    });
    at = endSample + gapAfter;
    gapBefore = gapAfter;
  }
  return { slug: story.slug, clips, lengthSamples: wholeFrames(clips.at(-1)?.endSample ?? at, at) };
}

/** Samples → seconds, to the microsecond. */
export function secondsOf(samples: number): number {
  return Math.round((samples / SAMPLE_RATE_HZ) * 1e6) / 1e6;
}

/** Seconds → whole samples. */
export function samplesOf(seconds: number): number {
  return Math.round(seconds * SAMPLE_RATE_HZ);
}

function wholeFrames(speechEnd: number, wishedEnd: number): number {
  const wished = Math.round((wishedEnd - LEAD_SAMPLES) / FRAME_SAMPLES);
  const least = Math.ceil((speechEnd + MIN_TAIL_SAMPLES) / FRAME_SAMPLES);
  return Math.max(wished, least) * FRAME_SAMPLES;
}

function speechSamples(take: Take): number {
  return Math.max(1, samplesOf(take.speechEndSeconds - take.speechStartSeconds));
}

/** A margin never takes more than half of its pause, so that neighbours can't meet. */
function marginBefore(take: Take, gap: number): number {
  return Math.min(
    MARGIN_BEFORE_SAMPLES,
    Math.floor(gap / 2),
    Math.floor(take.speechStartSeconds * SAMPLE_RATE_HZ),
  );
}

function marginAfter(take: Take, gap: number): number {
  const left = Math.floor((take.durationSeconds - take.speechEndSeconds) * SAMPLE_RATE_HZ);
  return Math.max(0, Math.min(MARGIN_AFTER_SAMPLES, Math.floor(gap / 2), left));
}

function onStoryClock(word: EditionWord, take: Take, startSample: number): EditionWord {
  const shift = (seconds: number) =>
    secondsOf(startSample + Math.round((seconds - take.speechStartSeconds) * SAMPLE_RATE_HZ));
  return { ...word, startSeconds: shift(word.startSeconds), endSeconds: shift(word.endSeconds) };
}

function missing(segmentId: string): never {
  throw new AudioEditionError(`Segment "${segmentId}" has no take, so its story can't be stitched.`, {
    code: 'take-missing',
    stage: 'stitch',
    data: { segment: segmentId },
  });
}
