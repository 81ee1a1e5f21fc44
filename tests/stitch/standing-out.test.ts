import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EncodedStory, encodeStory } from '../../src/stitch/encode-story.js';
import { isClick } from '../../src/stitch/seams.js';
import { standingOut } from '../../src/stitch/standing-out.js';
import { installedFfmpeg } from './programs.js';
import { temporaryFolder } from './temporary-folder.js';
import { storyWithTakes } from './test-takes.js';

let stories: readonly EncodedStory[];

beforeAll(async () => {
  const folder = temporaryFolder();
  const options = { ffmpeg: installedFfmpeg, keepFolder: path.join(folder, 'kept') };
  stories = await Promise.all(
    ['one', 'two', 'three'].map(async (slug) => {
      const { story, takes } = storyWithTakes(slug, [{ seconds: 2.2 }, { seconds: 2 }], folder);
      const segments = story.segments.map((segment) => ({ ...segment, speech: 'a'.repeat(150) }));
      return encodeStory({ ...story, segments }, takes, options);
    }),
  );
});

function changed(change: (story: EncodedStory) => EncodedStory): readonly EncodedStory[] {
  return stories.map((story, index) => (index === 1 ? change(story) : story));
}

describe('standingOut', () => {
  it('has nothing to say of stories that sound alike', () => {
    expect(standingOut(stories)).toEqual([]);
    expect(stories.every(({ seams }) => seams?.length === 4 && !seams.some(isClick))).toBe(true);
  });

  it('names a story that is louder than the others', () => {
    const louder = changed((story) => {
      const { measurement } = story;
      const hopEnergies = measurement.hopEnergies.map((energy) => energy * 1.5);
      return { ...story, measurement: { ...measurement, hopEnergies } };
    });
    expect(standingOut(louder)).toEqual([
      { code: 'level-stands-out', message: expect.stringContaining('1.8 LU louder'), story: 'two' },
    ]);
  });

  it('names a story in which a voice speaks much faster than elsewhere', () => {
    const hasty = changed((story) => ({
      ...story,
      story: {
        ...story.story,
        segments: story.story.segments.map((segment) => ({ ...segment, speech: 'a'.repeat(300) })),
      },
    }));
    expect(standingOut(hasty)).toEqual([
      { code: 'pace-stands-out', message: expect.stringContaining('100% faster'), story: 'two' },
    ]);
  });

  it('names the place of a click', () => {
    const clicking = changed((story) => ({
      ...story,
      seams: [{ atSeconds: 2.34, step: 0.4, ownStep: 0.05 }],
    }));
    expect(standingOut(clicking)).toEqual([
      { code: 'seam-stands-out', message: expect.stringContaining('at 2.3 s of the story'), story: 'two' },
    ]);
  });
});
