import { exactClockTime } from '../clock.js';
import type { Cue } from './cues.js';
import { subtitleLines } from './lines.js';

/**
 * `transcript.vtt` (WebVTT, https://www.w3.org/TR/webvtt1/): a cue a sentence, at most two lines, the role as
 * its voice. Apple Podcasts and players of `podcast:transcript` read it.
 */
export function renderVtt(cues: readonly Cue[]): string {
  const blocks = cues.map((cue) => {
    const times = `${exactClockTime(cue.startSeconds)} --> ${exactClockTime(cue.endSeconds)}`;
    const lines = subtitleLines(cue.text).map(escapeVtt).join('\n');
    return `${times}\n<v ${escapeVtt(cue.role)}>${lines}`;
  });
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`;
}

/** `>` too, so that no text can hold `-->`. */
function escapeVtt(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
