import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Edition, EditionStory, ScriptStory } from '../../../src/edition.js';
import type { EditionState } from '../../../src/index.js';

/** What a folder is filled with. */
export interface Multiplied {
  readonly outDir: string;
  /** The edition that is built there already. */
  readonly slug: string;
  readonly editions: number;
  /** How many times each edition has all the stories of the built one. */
  readonly times: number;
}

/**
 * Makes many long editions out of a built one: manifests and states as a build would leave them, a day apart, which
 * share the built edition's takes. Their sound is not there.
 */
export async function multiplyEdition({ outDir, slug, editions, times }: Multiplied): Promise<void> {
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(path.join(outDir, name), 'utf8')) as T;
  const edition = await read<Edition>(`${slug}/edition.json`);
  const state = await read<EditionState>(`.audio-edition/editions/${slug}/state.json`);
  const longEdition = lengthened(edition, times);
  const longState = { ...state, script: { ...state.script, stories: renamed(state.script.stories, times) } };
  for (let number = 1; number <= editions; number += 1) {
    const head = { slug: `no-${number}`, title: `Edition number ${number}`, date: dateOf(number) };
    await write(path.join(outDir, head.slug, 'edition.json'), { ...longEdition, ...head });
    const folder = path.join(outDir, '.audio-edition/editions', head.slug);
    const issue = { ...longState.issue, ...head };
    const script = { ...longState.script, issue: { ...longState.script.issue, ...head } };
    const takes = Object.fromEntries(
      longEdition.stories.flatMap(({ segments }) => segments.map(({ id, take }) => [id, take])),
    );
    await write(path.join(folder, 'state.json'), { ...longState, issue, script, takes });
  }
}

function lengthened(edition: Edition, times: number): Edition {
  const { durationSeconds } = edition;
  const stories = renamed(edition.stories, times).map((story, index) =>
    later(story, durationSeconds * Math.floor(index / edition.stories.length)),
  );
  return { ...edition, durationSeconds: durationSeconds * times, stories };
}

function renamed<T extends Pick<EditionStory | ScriptStory, 'slug' | 'title' | 'segments'>>(
  stories: readonly T[],
  times: number,
): readonly T[] {
  return Array.from({ length: times }, (_, round) =>
    stories.map((story) => {
      const slug = `${story.slug}-${round + 1}`;
      const segments = story.segments.map((one, index) => ({ ...one, id: `${slug}/${index + 1}` }));
      return { ...story, slug, title: `${story.title}, part ${round + 1}`, segments };
    }),
  ).flat();
}

function later(story: EditionStory, seconds: number): EditionStory {
  const moved = <T extends { readonly startSeconds: number; readonly endSeconds: number }>(one: T): T => ({
    ...one,
    startSeconds: one.startSeconds + seconds,
    endSeconds: one.endSeconds + seconds,
  });
  const segments = story.segments.map((one) => ({ ...moved(one), words: one.words.map(moved) }));
  return { ...moved(story), segments };
}

function dateOf(number: number): string {
  return new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10);
}

async function write(file: string, value: object): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(value));
}
