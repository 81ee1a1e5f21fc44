import type { PipelineEvent, Stage } from '../pipeline/events.js';
import type { Terminal } from './terminal.js';
import { formatDuration } from './times.js';

const STAGE_LINES: Readonly<Record<Stage, string>> = {
  issue: 'Reading the issue',
  script: 'Writing the script',
  speech: 'Speaking',
  stitch: 'Joining the stories',
  syndicate: 'Writing pages and feed',
};
/** Before this much is spoken, an estimate of the time left would jump about. */
const MIN_SHARE_FOR_ESTIMATE = 0.03;

/** Tells a person how far the pipeline has come: stage, segments, seconds of audio, time left. */
export function showProgress(terminal: Terminal, nowMs: () => number): (event: PipelineEvent) => void {
  let speechStartedMs = nowMs();
  let charactersAtStart: number | undefined;
  return (event) => {
    switch (event.kind) {
      case 'stage':
        if (event.stage === 'speech') speechStartedMs = nowMs();
        return terminal.progress(`${STAGE_LINES[event.stage]} …`, { important: true });
      case 'message':
        return terminal.note(event.message);
      case 'speech': {
        charactersAtStart ??= event.charactersDone;
        const left = secondsLeft(event, charactersAtStart, (nowMs() - speechStartedMs) / 1000);
        return terminal.progress(speechLine(event, left));
      }
      case 'stitch':
        return terminal.progress(`Encoding: story ${event.storiesDone} of ${event.stories}`);
      case 'notice':
        return terminal.note(`Note: ${event.notice.message}`);
    }
  };
}

type SpeechProgress = Extract<PipelineEvent, { kind: 'speech' }>;

function speechLine(event: SpeechProgress, leftSeconds: number | undefined): string {
  const parts = [
    `${bar(event.charactersDone / Math.max(1, event.characters))} segment ${event.segmentsDone} of ${event.segments}`,
    `${formatDuration(event.audioSeconds)} of audio`,
    ...(leftSeconds === undefined ? [] : [`about ${formatDuration(leftSeconds)} left`]),
  ];
  return `Speaking ${parts.join(' · ')}`;
}

/** By the pace so far of what was really spoken; what was kept came at once and says nothing. */
function secondsLeft(
  event: SpeechProgress,
  charactersAtStart: number,
  elapsedSeconds: number,
): number | undefined {
  const toSpeak = event.characters - charactersAtStart;
  const spoken = event.charactersDone - charactersAtStart;
  if (spoken <= 0 || spoken / toSpeak < MIN_SHARE_FOR_ESTIMATE) return undefined;
  return (elapsedSeconds / spoken) * (toSpeak - spoken);
}

function bar(share: number): string {
  const width = 20;
  const full = Math.round(Math.min(1, share) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}
