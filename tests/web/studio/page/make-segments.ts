import type { Cost, StudioSegment, StudioStory } from '../../../../src/web/studio/api.js';

const nothing: Cost = { newCharacters: 0, keptCharacters: 0, requests: 0 };

/** A segment that is published and spoken as written, with what a test wants otherwise. */
export function makeSegment(id: string, more: Partial<StudioSegment> = {}): StudioSegment {
  return {
    ...{ item: 'segment', id, kind: 'paragraph', role: 'narrator', source: 'A word.', speech: 'A word.' },
    ...{ tokens: [], differences: [], pauseAfterSeconds: 0.5, spoken: true, changed: false },
    ...{ engine: 'local', voice: 'slt', cost: nothing, newTakeCost: nothing, notices: [] },
    ...more,
  };
}

/** A published story of these segments. */
export function makeStory(slug: string, segments: readonly StudioSegment[]): StudioStory {
  return {
    ...{
      slug,
      title: slug,
      kind: 'story',
      voices: ['slt'],
      spoken: true,
      changed: false,
      provisional: false,
    },
    ...{ published: { startSeconds: 100, endSeconds: 160 }, cost: nothing },
    ...{ newTakeCost: nothing, notices: [], items: segments },
  };
}
