import type { Job, JobProgress } from '../../api.js';
import { count, durationText } from './amounts.js';

const STAGES = {
  issue: 'Reading the issue',
  script: 'Writing the script',
  speech: 'Speaking',
  stitch: 'Joining the stories',
  syndicate: 'Writing pages and feed',
} as const;

const KINDS = { build: 'Building', publish: 'Publishing', 'take-back': 'Taking back' } as const;

const WORK = { build: 'building', publish: 'publishing', 'take-back': 'taking back' } as const;

/** `Publishing “The seventh letter”`. */
export function jobTitle({ kind, title }: Job): string {
  return `${KINDS[kind]} “${title}”`;
}

/** What a job came to that the server's end cut short. */
export function interruptedText({ kind, title }: Job): string {
  const after = {
    build: 'build it again to go on',
    publish: 'your changes are kept, so publish them again',
    'take-back': 'look whether it is taken back, and do it again if not',
  };
  return `The studio was stopped while it was ${WORK[kind]} “${title}”. What was spoken is kept and not paid again; ${after[kind]}.`;
}

/** `Speaking · 12 of 40 segments · about 20 s left`. */
export function progressText({
  stage,
  segments,
  segmentsDone,
  stories,
  storiesDone,
  secondsLeft,
}: JobProgress): string {
  return [
    stage === undefined ? 'Beginning' : STAGES[stage],
    ...(stage === 'speech' && segments > 0 ? [`${segmentsDone} of ${count(segments, 'segment')}`] : []),
    ...(stage === 'stitch' && stories > 0 ? [`${storiesDone} of ${count(stories, 'story', 'stories')}`] : []),
    ...(secondsLeft === undefined ? [] : [`${durationText(secondsLeft)} left`]),
  ].join(' · ');
}

/** How far the work is, 0–1: speaking takes most of the time, then joining. */
export function progressShare({
  stage,
  charactersDone,
  characters,
  storiesDone,
  stories,
}: JobProgress): number {
  const speech = characters === 0 ? 0 : charactersDone / characters;
  const stitch = stories === 0 ? 0 : storiesDone / stories;
  switch (stage) {
    case undefined:
    case 'issue':
      return 0.01;
    case 'script':
      return 0.03;
    case 'speech':
      return 0.05 + 0.7 * speech;
    case 'stitch':
      return 0.75 + 0.2 * stitch;
    default:
      return 0.97;
  }
}
