import type { Notice, Show, StageResult } from '../edition.js';
import { renderFeed } from './feed/feed.js';
import type { OutputFile } from './output-file.js';
import { renderShowPage } from './pages/show-page.js';
import { type EditionSummary, newestFirst } from './summary.js';

export interface ShowInput {
  readonly show: Show;
  /** In any order. */
  readonly editions: readonly EditionSummary[];
  /** Artwork's path under `--out`. */
  readonly artwork?: string;
}

/**
 * Writes what the show publishes beside its editions: the index page and, last, the feed. Names are relative
 * to `--out`. Pure: same editions, same bytes.
 */
export function renderShow(input: ShowInput): StageResult<readonly OutputFile[]> {
  const sorted = { ...input, editions: newestFirst(input.editions) };
  return {
    value: [
      { name: 'index.html', content: renderShowPage(sorted) },
      { name: 'feed.xml', content: renderFeed(sorted) },
    ],
    notices: showNotices(input.show),
  };
}

function showNotices(show: Show): readonly Notice[] {
  if (show.baseUrl !== undefined) return [];
  return [
    {
      code: 'feed-not-public',
      message:
        'The feed has relative links and is not yet public: podcast apps need "baseUrl" in show.json, the address where the output folder will be served.',
    },
  ];
}
