import type { Edition, StoryKind } from '../edition.js';
import { oneLine, shorten } from './plain-text.js';

export interface StorySummary {
  readonly slug: string;
  readonly title: string;
  readonly kind: StoryKind;
  readonly url?: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** What feed and index say about an edition: its manifest without the words. */
export interface EditionSummary
  extends Pick<
    Edition,
    'slug' | 'title' | 'date' | 'language' | 'url' | 'durationSeconds' | 'audio' | 'files'
  > {
  readonly stories: readonly StorySummary[];
  /** How the edition begins, in the author's words, on one line. */
  readonly excerpt: string;
}

const EXCERPT_CHARACTERS = 280;

/** Reads from a manifest what feed and index need. */
export function summarize(edition: Edition): EditionSummary {
  const { slug, title, date, language, url, durationSeconds, audio, files } = edition;
  return {
    slug,
    title,
    date,
    language,
    ...(url === undefined ? {} : { url }),
    durationSeconds,
    audio,
    files,
    stories: edition.stories.map((story) => ({
      slug: story.slug,
      title: story.title,
      kind: story.kind,
      ...(story.url === undefined ? {} : { url: story.url }),
      startSeconds: story.startSeconds,
      endSeconds: story.endSeconds,
    })),
    excerpt: excerptOf(edition),
  };
}

/** Newest first; of the same day, the one whose slug comes last. */
export function newestFirst(editions: readonly EditionSummary[]): readonly EditionSummary[] {
  return editions.toSorted((a, b) => compare(b.date, a.date) || compare(b.slug, a.slug));
}

function excerptOf(edition: Edition): string {
  const written = edition.stories
    .filter((story) => story.kind !== 'sponsor')
    .flatMap((story) => story.segments)
    .find((segment) => segment.kind === 'paragraph' && segment.source.trim() !== '');
  return shorten(oneLine(written?.source ?? ''), EXCERPT_CHARACTERS);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
