/** The chapters of an episode, as plain data read from its timeline. */
import type { EditionStory } from '../edition.js';

/** One chapter on the episode's own clock. The first starts at 0, each ends where the next begins. */
export interface Chapter {
  readonly title: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly url?: string;
  readonly image?: string;
}

/** A chapter for every story. */
export function chaptersOf(stories: readonly EditionStory[], durationSeconds: number): Chapter[] {
  return stories.map((story, index) => ({
    title: oneLine(story.title),
    startSeconds: index === 0 ? 0 : story.startSeconds,
    endSeconds: stories[index + 1]?.startSeconds ?? durationSeconds,
    ...(story.url === undefined ? {} : { url: story.url }),
    ...(story.image === undefined ? {} : { image: story.image }),
  }));
}

/** Tags end at a NUL, chapter lists at a line's end, and neither knows half a character. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
