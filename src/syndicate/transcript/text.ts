import type { Cue } from './cues.js';
import { spokenParagraphs } from './paragraphs.js';

/** `transcript.txt`: what is said, a paragraph a segment, an empty line between them. */
export function renderTextTranscript(cues: readonly Cue[]): string {
  return `${spokenParagraphs(cues)
    .map(({ text }) => text)
    .join('\n\n')}\n`;
}
