import type { Edition, StoryKind } from '../edition.js';
import type { Store } from '../store/contract.js';
import { readManifestWithoutWords } from './archive/manifest.js';
import { newestFirst } from './archive/newest-first.js';

export interface ListedStory {
  readonly slug: string;
  readonly title: string;
  readonly kind: StoryKind;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Engines that spoke it, usually one. */
  readonly engines: readonly string[];
  /** Spoken by a substitute engine until the wanted one is back. */
  readonly provisional: boolean;
  /** Days and reasons of its corrections. */
  readonly corrections: readonly string[];
}

export interface ListedEdition {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly durationSeconds: number;
  readonly engines: readonly string[];
  readonly provisional: boolean;
  readonly corrected: boolean;
  readonly reissues: number;
  readonly stories: readonly ListedStory[];
}

/**
 * All published editions with their stories, newest first.
 *
 * @throws AudioEditionError `bad-manifest` that names the edition.
 */
export async function listEditions(store: Store): Promise<readonly ListedEdition[]> {
  const editions: ListedEdition[] = [];
  for await (const { slug } of store.editions()) {
    editions.push(describeEdition(await readManifestWithoutWords(store, slug)));
  }
  return newestFirst(editions);
}

function describeEdition(edition: Edition): ListedEdition {
  const { slug, title, date, durationSeconds, corrections = [], reissues = 0 } = edition;
  const stories = edition.stories.map((story): ListedStory => {
    const { slug: storySlug, title: storyTitle, kind, startSeconds, endSeconds, segments } = story;
    return {
      slug: storySlug,
      title: storyTitle,
      kind,
      startSeconds,
      endSeconds,
      engines: [...new Set(segments.map(({ engine }) => engine))],
      provisional: story.provisional ?? false,
      corrections: corrections
        .filter((correction) => correction.story === storySlug)
        .map(({ at, note }) => `${at.slice(0, 10)}: ${note}`),
    };
  });
  const engines = [...new Set(stories.flatMap((story) => story.engines))];
  return {
    slug,
    title,
    date,
    durationSeconds,
    engines,
    provisional: stories.some((story) => story.provisional),
    corrected: corrections.length > 0,
    reissues,
    stories,
  };
}
