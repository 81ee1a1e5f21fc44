/** Types by ending, where the usual tables say nothing or too little. */
const BY_ENDING: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.srt': 'application/x-subrip; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.m4b': 'audio/mp4',
  '.opus': 'audio/ogg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};

/** The media type of a published file, by its name. */
export function contentType(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (/^feed(-\d+)?\.xml$/.test(base)) return 'application/rss+xml; charset=utf-8';
  if (base === 'chapters.json') return 'application/json+chapters';
  return BY_ENDING[base.slice(base.lastIndexOf('.')).toLowerCase()] ?? 'application/octet-stream';
}
