import type { Config } from '../../config.js';
import type { Edition } from '../../edition.js';
import { findStory } from '../find-by-name.js';

/**
 * The engine that spoke a story, or without a name the edition's first one that is not provisional: a change must
 * never be published in another voice by accident.
 *
 * @throws AudioEditionError (`input`) where there is no such story, or several.
 */
export function engineOfEdition({ stories, slug }: Edition, config: Config, story?: string): string {
  const usual = stories.find(({ provisional }) => !provisional) ?? stories[0];
  const spoken = story === undefined ? usual : findStory(stories, story, slug);
  return spoken?.segments[0]?.engine ?? config.engine;
}
