import type { PipelineEvent } from '../../../index.js';
import type { Job, JobProgress } from '../api.js';
import { placeNotice } from './present-notices.js';

const NO_PROGRESS: JobProgress = {
  segmentsDone: 0,
  segments: 0,
  charactersDone: 0,
  characters: 0,
  storiesDone: 0,
  stories: 0,
};

const MOST_MESSAGES = 20;

/** A job that has just begun. */
export function newJob(job: Pick<Job, 'id' | 'kind' | 'edition' | 'title' | 'issue' | 'startedAt'>): Job {
  return { ...job, state: 'running', progress: NO_PROGRESS, messages: [], notices: [] };
}

/** Follows the pipeline's events, and works out from the pace how long it will take. */
export class ProgressMeter {
  #paceFrom: { readonly atMs: number; readonly charactersDone: number } | undefined;

  /** @param nowMs A clock that never goes back. */
  after(job: Job, event: PipelineEvent, nowMs: number): Job {
    switch (event.kind) {
      case 'stage':
        return { ...job, progress: { ...withoutSecondsLeft(job.progress), stage: event.stage } };
      case 'message':
        return { ...job, messages: [...job.messages, event.message].slice(-MOST_MESSAGES) };
      case 'notice':
        return { ...job, notices: [...job.notices, placeNotice(event.notice)] };
      case 'stitch':
        return {
          ...job,
          progress: { ...job.progress, storiesDone: event.storiesDone, stories: event.stories },
        };
      case 'speech':
        return { ...job, progress: this.#spoken(job.progress, event, nowMs) };
    }
  }

  #spoken(
    progress: JobProgress,
    event: Extract<PipelineEvent, { readonly kind: 'speech' }>,
    nowMs: number,
  ): JobProgress {
    const { segmentsDone, segments, charactersDone, characters } = event;
    const { secondsLeft: _, ...others } = progress;
    const secondsLeft = this.#secondsLeft(event, nowMs);
    return {
      ...others,
      segmentsDone,
      segments,
      charactersDone,
      characters,
      ...(secondsLeft === undefined ? {} : { secondsLeft }),
    };
  }

  /** Takes that are kept come at once, so the pace counts from the first event on. */
  #secondsLeft(
    { charactersDone, characters }: { readonly charactersDone: number; readonly characters: number },
    nowMs: number,
  ): number | undefined {
    this.#paceFrom ??= { atMs: nowMs, charactersDone };
    const made = charactersDone - this.#paceFrom.charactersDone;
    const seconds = (nowMs - this.#paceFrom.atMs) / 1000;
    if (made <= 0 || seconds <= 0) return undefined;
    return Math.round(((characters - charactersDone) * seconds) / made);
  }
}

function withoutSecondsLeft({ secondsLeft: _, ...progress }: JobProgress): JobProgress {
  return progress;
}
