import type { Cue } from './cues.js';

/** `transcript.json`, the podcast namespace's own form (podcast-namespace, transcripts/transcripts.md). */
export function renderJsonTranscript(cues: readonly Cue[]): string {
  const segments = cues.map((cue) => ({
    speaker: cue.role,
    startTime: milliseconds(cue.startSeconds),
    endTime: milliseconds(cue.endSeconds),
    body: cue.text,
  }));
  return `${JSON.stringify({ version: '1.0.0', segments })}\n`;
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
