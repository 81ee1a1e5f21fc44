import { exactClockTime } from '../clock.js';
import type { Cue } from './cues.js';
import { subtitleLines } from './lines.js';

/** `transcript.srt` (SubRip): numbered cues of at most two lines; the format knows no speakers and no escapes. */
export function renderSrt(cues: readonly Cue[]): string {
  const blocks = cues.map((cue, index) => {
    const times = `${exactClockTime(cue.startSeconds, ',')} --> ${exactClockTime(cue.endSeconds, ',')}`;
    // An arrow in the text would read as a line of times.
    const lines = subtitleLines(cue.text.replaceAll('-->', '→')).join('\n');
    return `${index + 1}\n${times}\n${lines}\n`;
  });
  return blocks.join('\n');
}
