/** ffmpeg's text format for tags and chapters, written and read. Never given a title unescaped. */
import { type Chapter, oneLine } from './chapters.js';

export interface FfmetadataTags {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  readonly date: string;
}

/** Tags and chapters as sections of their own, in milliseconds: what MP4 chapters are made of. */
export function writeFfmetadata(tags: FfmetadataTags, chapters: readonly Chapter[]): string {
  const sections = chapters.map(({ title, startSeconds, endSeconds }) => {
    const [start, end] = [startSeconds, endSeconds].map((seconds) => Math.round(seconds * 1000));
    return ['[CHAPTER]', 'TIMEBASE=1/1000', `START=${start}`, `END=${end}`, entry('title', title)];
  });
  return document(tags, sections.flat());
}

/**
 * Tags, and chapters as the comments that Ogg files carry them in (https://wiki.xiph.org/Chapter_Extension);
 * ffmpeg's muxer of 2018 would not write them from sections.
 */
export function writeFfmetadataComments(tags: FfmetadataTags, chapters: readonly Chapter[]): string {
  const comments = chapters.map(({ title, startSeconds }, index) => {
    const name = `CHAPTER${String(index).padStart(3, '0')}`;
    return [entry(name, clock(startSeconds)), entry(`${name}NAME`, title)];
  });
  return document(tags, comments.flat());
}

function document(tags: FfmetadataTags, lines: readonly string[]): string {
  const tagLines = Object.entries({ ...tags, genre: 'Podcast' }).map(([key, value]) => entry(key, value));
  return `${[';FFMETADATA1', ...tagLines, ...lines].join('\n')}\n`;
}

/** `00:03:07.250` */
function clock(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const part = (size: number, modulus: number, digits: number) =>
    String(Math.floor(milliseconds / size) % modulus).padStart(digits, '0');
  return `${part(3_600_000, 1000, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`;
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
        title: value('title')
          .replace(/\\([\s\S])/g, '$1')
          .trim(),
        startSeconds: (Number(value('START')) * top) / bottom,
      };
    });
}

/**
 * A newline would open a section of its own, so it becomes a space; a backslash at the end would swallow the line's
 * end in ffmpeg 5, although it is escaped, so a space follows it.
 */
function entry(key: string, value: string): string {
  const line = oneLine(value).replace(/\\$/, '\\ ');
  return `${key}=${line.replace(/[=;#\\]/g, '\\$&')}`;
}
