import type { EditionStory } from '../edition.js';
import { safeLink } from './links.js';
import { oneLine } from './plain-text.js';

interface ChaptersHead {
  readonly title: string;
  readonly podcastName: string;
  readonly author: string;
  /** The episode's address. */
  readonly fileName: string;
}

/**
 * `chapters.json` (JSON chapters 1.2, https://github.com/Podcastindex-org/podcast-namespace): a chapter a
 * story, ascending, the first at 0, times in seconds.
 */
export function renderChapters(stories: readonly EditionStory[], head: ChaptersHead): string {
  const chapters = stories.map((story, index) => ({
    startTime: index === 0 ? 0 : milliseconds(story.startSeconds),
    endTime: milliseconds(story.endSeconds),
    title: oneLine(story.title),
    ...optional('img', safeLink(story.image)),
    ...optional('url', safeLink(story.url)),
  }));
  const { title, podcastName, author, fileName } = head;
  return `${JSON.stringify({ version: '1.2.0', title, podcastName, author, fileName, chapters }, null, 1)}\n`;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [key in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [key in Key]: string });
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
