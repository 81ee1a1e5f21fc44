/** Stories that don't sound like their neighbours: their level, their pace, a click at a seam. Pure. */
import type { Notice } from '../edition.js';
import type { EncodedStory } from './encode-story.js';
import { levelsOf } from './mp3-meter.js';
import { secondsOf } from './plan.js';
import { isClick } from './seams.js';

/** The contract's spread between stories. */
const LEVEL_TOLERANCE_LU = 1;
/** Figures and names are slower than small talk, but never so much. */
const SLOWEST_PACE = 1.45;
const FASTEST_PACE = 0.69;
/** Fewer letters say nothing about a pace. */
const ENOUGH_LETTERS = 200;
/** Shorter stories say nothing about a level. */
const ENOUGH_SECONDS = 3;

/** A notice for everything that a listener would notice where stories meet. */
export function standingOut(stories: readonly EncodedStory[]): readonly Notice[] {
  const heard = stories.map(listenTo);
  const usualLufs = median(heard.map(({ lufs }) => lufs));
  return heard.flatMap((one) => [
    ...levelNotices(one, usualLufs, stories.length),
    ...paceNotices(one, heard),
    ...clickNotices(one.encoded),
  ]);
}

/** What is compared of a story. */
interface HeardStory {
  readonly encoded: EncodedStory;
  readonly lufs: number;
  /** By voice; without those that say too little to tell. */
  readonly secondsPerLetter: ReadonlyMap<string, number>;
}

function listenTo(encoded: EncodedStory): HeardStory {
  const voices = new Set(encoded.plan.clips.map(({ take }) => take.voice));
  const paces = [...voices].flatMap((voice) => {
    const pace = secondsPerLetter(voice, encoded);
    return pace === undefined ? [] : [[voice, pace] as const];
  });
  return { encoded, lufs: levelsOf(encoded.measurement).loudnessLufs, secondsPerLetter: new Map(paces) };
}

function levelNotices({ encoded, lufs }: HeardStory, usualLufs: number, stories: number): readonly Notice[] {
  if (secondsOf(encoded.plan.lengthSamples) < ENOUGH_SECONDS || stories === 1) return [];
  const louderLu = lufs - usualLufs;
  if (Math.abs(louderLu) <= LEVEL_TOLERANCE_LU) return [];
  const difference = `${Math.abs(louderLu).toFixed(1)} LU ${louderLu > 0 ? 'louder' : 'quieter'}`;
  return [
    about(encoded, 'level-stands-out', `is ${difference} than the other stories; listen to its takes.`),
  ];
}

function paceNotices(
  { encoded, secondsPerLetter }: HeardStory,
  stories: readonly HeardStory[],
): readonly Notice[] {
  return [...secondsPerLetter].flatMap(([voice, pace]) => {
    const all = stories.flatMap((story) => story.secondsPerLetter.get(voice) ?? []);
    const ratio = pace / median(all);
    if (all.length < 2 || (ratio >= FASTEST_PACE && ratio <= SLOWEST_PACE)) return [];
    const difference = `${Math.round(Math.abs(1 / ratio - 1) * 100)}% ${ratio > 1 ? 'slower' : 'faster'}`;
    return [
      about(
        encoded,
        'pace-stands-out',
        `is spoken ${difference} than the same voice (${voice}) speaks elsewhere.`,
      ),
    ];
  });
}

/** Undefined where the voice says too little in the story to tell. */
function secondsPerLetter(voice: string, { story, plan }: EncodedStory): number | undefined {
  const speech = new Map(story.segments.map((segment) => [segment.id, segment.speech]));
  let [letters, seconds] = [0, 0];
  for (const clip of plan.clips.filter(({ take }) => take.voice === voice)) {
    letters += speech.get(clip.segmentId)?.replace(/[^\p{L}\p{N}]+/gu, '').length ?? 0;
    seconds += secondsOf(clip.endSample - clip.startSample);
  }
  return letters < ENOUGH_LETTERS ? undefined : seconds / letters;
}

function clickNotices(one: EncodedStory): readonly Notice[] {
  const clicks = (one.seams ?? []).filter(isClick);
  if (clicks.length === 0) return [];
  const places = clicks.map(({ atSeconds }) => `${atSeconds.toFixed(1)} s`).join(', ');
  return [about(one, 'seam-stands-out', `may click where takes meet, at ${places} of the story.`)];
}

function about({ story }: EncodedStory, code: string, what: string): Notice {
  return { code, message: `"${story.title}" ${what}`, story: story.slug };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
