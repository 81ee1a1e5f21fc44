/** ffmpeg's text format for tags and chapters, written and read. Never given a title unescaped. */
import type { Chapter } from './chapters.js';

export interface FfmetadataTags {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  readonly date: string;
}

/** Chapters in milliseconds; a newline in a title would open a section of its own, so it becomes a space. */
export function writeFfmetadata(tags: FfmetadataTags, chapters: readonly Chapter[]): string {
  const lines = [
    ';FFMETADATA1',
    ...Object.entries({ ...tags, genre: 'Podcast' }).map(([key, value]) => entry(key, value)),
  ];
  for (const { title, startSeconds, endSeconds } of chapters) {
    const [start, end] = [startSeconds, endSeconds].map((seconds) => Math.round(seconds * 1000));
    lines.push('[CHAPTER]', 'TIMEBASE=1/1000', `START=${start}`, `END=${end}`, entry('title', title));
  }
  return `${lines.join('\n')}\n`;
}

/** A chapter as a file says it. */
export interface ReadChapter {
  readonly title: string;
  readonly startSeconds: number;
}

/** The chapters of what ffmpeg prints with `-f ffmetadata`. */
export function readFfmetadataChapters(text: string): ReadChapter[] {
  return text
    .split(/^\[CHAPTER\]$/m)
    .slice(1)
    .map((section) => {
      const value = (key: string) => new RegExp(`^${key}=(.*(?:\\\\\n.*)*)$`, 'm').exec(section)?.[1] ?? '';
      const [top = 1, bottom = 1] = value('TIMEBASE').split('/').map(Number);
      return {
        title: value('title').replace(/\\([\s\S])/g, '$1'),
        startSeconds: (Number(value('START')) * top) / bottom,
      };
    });
}

function entry(key: string, value: string): string {
  const oneLine = value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return `${key}=${oneLine.replace(/[=;#\\]/g, '\\$&')}`;
}
