import type { Edition } from '../../edition.js';
import type { OutputFile } from '../output-file.js';
import { transcriptCues } from './cues.js';
import { renderHtmlTranscript } from './html.js';
import { renderJsonTranscript } from './json.js';
import { renderSrt } from './srt.js';
import { renderTextTranscript } from './text.js';
import { renderVtt } from './vtt.js';

/** The edition's transcript in every form that apps ask for, all from the same cues. */
export function renderTranscripts(edition: Edition): readonly OutputFile[] {
  const cues = transcriptCues(edition.stories, edition.language);
  return [
    { name: 'transcript.vtt', content: renderVtt(cues) },
    { name: 'transcript.srt', content: renderSrt(cues) },
    { name: 'transcript.json', content: renderJsonTranscript(cues) },
    { name: 'transcript.html', content: renderHtmlTranscript(cues, edition) },
    { name: 'transcript.txt', content: renderTextTranscript(cues) },
  ];
}
