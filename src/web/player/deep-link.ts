import type { EditionStory } from '../../edition.js';
import { secondsFrom } from './clock.js';

/** A place in an edition that a link names. */
export interface Place {
  readonly seconds: number;
  /** Slug, where the link named a story of this edition. */
  readonly story?: string;
}

/**
 * The place that a URL's fragment names: `#story=slug`, `#t=95` (seconds of the episode, also `1:35` and `1m35s`)
 * or both, where the time wins. `undefined` when it names none or another edition's story.
 */
export function placeFromHash(
  hash: string,
  stories: readonly EditionStory[],
  durationSeconds: number,
): Place | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const slug = parameters.get('story');
  const story = stories.find((candidate) => candidate.slug === slug);
  if (slug !== null && story === undefined) return undefined;
  const seconds = secondsFrom(parameters.get('t') ?? '') ?? story?.startSeconds;
  if (seconds === undefined) return undefined;
  return { seconds: Math.min(seconds, durationSeconds), ...(story ? { story: story.slug } : {}) };
}

/** A link to a story, and with `seconds` to a moment of it. */
export function linkTo(pageUrl: string, story: string | undefined, seconds?: number): string {
  const parts = [
    ...(story === undefined ? [] : [`story=${encodeURIComponent(story)}`]),
    ...(seconds === undefined ? [] : [`t=${Math.floor(seconds)}`]),
  ];
  const url = new URL(pageUrl);
  url.hash = parts.join('&');
  return url.href;
}
