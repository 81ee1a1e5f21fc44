import { clockTime, isoDuration } from '../clock.js';
import { markup } from '../markup.js';
import type { Cue } from './cues.js';
import { spokenParagraphs } from './paragraphs.js';

/**
 * `transcript.html`, as the podcast namespace wants it: who speaks in `<cite>`, when in `<time>`, what in `<p>`
 * (podcast-namespace, transcripts/transcripts.md). No scripts.
 */
export function renderHtmlTranscript(
  cues: readonly Cue[],
  head: { title: string; language: string },
): string {
  const lines = spokenParagraphs(cues).map(
    ({ role, startSeconds, text }) => markup`<cite>${role}:</cite>
<time datetime="${isoDuration(Math.floor(startSeconds))}">${clockTime(startSeconds)}</time>
<p>${text}</p>
`,
  );
  return String(markup`<!doctype html>
<html lang="${head.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${head.title}</title>
<link rel="stylesheet" href="../player/theme.css">
</head>
<body>
<main class="wrap reading transcript">
<h1>${head.title}</h1>
${lines}</main>
</body>
</html>
`);
}
