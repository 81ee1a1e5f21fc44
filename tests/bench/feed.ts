/** Rebuilding a show's feed and index from its editions' manifests: time and memory for many editions. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Edition } from '../../src/edition.js';
import { renderEdition } from '../../src/syndicate/render-edition.js';
import { episodeOf, ISSUE, SHOW, type StoryText } from '../syndicate/sample-edition.js';
import { row, runAudioEdition } from './measure.js';

const STORIES_PER_EDITION = 8;
/** As long as a usual issue: 1,500 words and their times make a manifest of about 170 KB. */
const PARAGRAPHS_PER_STORY = 4;
const PARAGRAPH = Array.from({ length: 47 }, (_, index) => `word${index}`).join(' ');
const MILLISECONDS_PER_DAY = 86_400_000;

export async function run(): Promise<void> {
  for (const count of [1_000, 10_000]) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-feed-'));
    try {
      await writeEditions(folder, count);
      for (const state of ['every manifest new', 'nothing changed']) {
        const { wallSeconds, peakMegabytes } = await runAudioEdition([
          'feed',
          '--out',
          folder,
          '--show',
          path.join(folder, 'show.json'),
        ]);
        row(
          `feed, ${count} editions, ${state}`,
          `${wallSeconds.toFixed(2)} s, ${peakMegabytes?.toFixed(0)} MB peak`,
        );
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}

async function writeEditions(folder: string, count: number): Promise<void> {
  await writeFile(path.join(folder, 'show.json'), JSON.stringify(SHOW));
  const { edition } = renderEdition({
    issue: ISSUE,
    episode: episodeOf(Array.from({ length: STORIES_PER_EDITION }, (_, index) => storyText(index))),
    show: SHOW,
    notices: [],
    audioFiles: [],
  });
  const { stories, ...head } = edition;
  const storiesText = JSON.stringify(stories);
  for (let number = 1; number <= count; number++) {
    const slug = `issue-${number}`;
    const manifest = JSON.stringify({ ...head, slug, date: dateOf(number) } satisfies Omit<
      Edition,
      'stories'
    >);
    await mkdir(path.join(folder, slug));
    await writeFile(
      path.join(folder, slug, 'edition.json'),
      `${manifest.slice(0, -1)},"stories":${storiesText}}\n`,
    );
  }
}

function storyText(index: number): StoryText {
  const paragraphs = Array.from({ length: PARAGRAPHS_PER_STORY }, () => PARAGRAPH);
  return {
    slug: `story-${index}`,
    title: `Story number ${index}`,
    url: `https://slowpost.example/${index}`,
    paragraphs,
  };
}

function dateOf(number: number): string {
  return new Date(Date.UTC(1990, 0, 1) + number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
