/** The forms in which a transcript is published: file → media type, as `podcast:transcript` names it. */
export const TRANSCRIPT_TYPES: Readonly<Record<string, string>> = {
  'transcript.vtt': 'text/vtt',
  'transcript.srt': 'application/x-subrip',
  'transcript.json': 'application/json',
  'transcript.html': 'text/html',
  'transcript.txt': 'text/plain',
};
